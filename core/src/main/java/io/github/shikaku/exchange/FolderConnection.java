package io.github.shikaku.exchange;

import io.github.shikaku.error.ExchangeUnavailableException;
import io.github.shikaku.error.InvalidConfigurationException;
import io.github.shikaku.error.NoAnswerException;
import io.github.shikaku.error.Sent;
import io.github.shikaku.model.InterfaceDefinition;
import io.github.shikaku.model.MedicalInstitutionCode;
import io.github.shikaku.model.Ticket;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One institution on the folders of a terminal. */
final class FolderConnection implements ExchangeConnection {
  private static final Traced traced = new Traced(FolderConnection.class);
  private static final Logger log = LoggerFactory.getLogger(FolderConnection.class);

  /**
   * The simulator leaves this file beside req and res. It is a convenience and no security
   * boundary.
   */
  static final String SIMULATOR_MARK = ".shikaku-simulator";

  /**
   * How long a folder may do nothing at all, once the time of a request is over, before its caller
   * is told that it does not respond. One that is busy with others' requests does respond.
   */
  private static final Duration GRACE = Duration.ofSeconds(2);

  private static final Duration CLOSING = Duration.ofSeconds(5);

  private static final int WITHDRAWN_KEPT = 1_000;

  private static final int CLEARING_TRIES = 5;
  private static final Duration CLEAR_AGAIN = Duration.ofSeconds(2);

  private final FolderExchange settings;
  private final ShikakuRuntime runtime;
  private final MedicalInstitutionCode institution;
  private final Journal journal;
  private final Map<String, Request> requests = new ConcurrentHashMap<>();
  private final Map<String, FolderWait<?>> waits = new ConcurrentHashMap<>();

  /** Requests that were given up before they were sent, so that nobody waits for them again. */
  private final RecentNames withdrawn = new RecentNames(WITHDRAWN_KEPT);

  private @Nullable FolderHub hub;
  private boolean closed;

  private enum State {
    RESERVED,
    PUBLISHING,
    PUBLISHED,
    ABANDONED
  }

  /**
   * A request of this process between reservation and the end of waiting; it holds a place in
   * flight.
   */
  private static final class Request {
    final AtomicReference<State> state = new AtomicReference<>(State.RESERVED);

    /** False for a request of an earlier process, which takes no place in the line of this one. */
    final boolean holdsPlace;

    Request(boolean holdsPlace) {
      this.holdsPlace = holdsPlace;
    }
  }

  FolderConnection(FolderExchange settings, ConnectionSetup setup) {
    this.settings = settings;
    runtime = setup.runtime();
    institution = setup.institution();
    journal = setup.journal();
  }

  @Override
  public boolean simulated() {
    return settings.files().exists(settings.root().resolve(SIMULATOR_MARK));
  }

  @Override
  public CompletableFuture<Ticket> reserve(Reservation reservation) {
    FolderHub shared = hub();
    CompletableFuture<Void> turn = shared.permits().acquire();
    Runnable inTime =
        turn.isDone()
            ? () -> {}
            : runtime.after(reservation.timeout(), () -> leaveLine(shared, turn));
    return turn.thenCompose(
        free -> {
          inTime.run();
          return onLane(() -> reserveNow(reservation, shared))
              .whenComplete(
                  (ticket, failure) -> {
                    if (failure != null) {
                      shared.permits().release();
                    }
                  });
        });
  }

  private static void leaveLine(FolderHub shared, CompletableFuture<Void> turn) {
    if (shared.permits().leave(turn)) {
      turn.completeExceptionally(
          new NoAnswerException(
              Sent.NO, null, "too many requests are in flight; none was answered in time"));
    }
  }

  private Ticket reserveNow(Reservation reservation, FolderHub shared) {
    InterfaceDefinition definition = reservation.request();
    String prefix =
        definition
            .knownPrefix()
            .orElseThrow(
                () ->
                    new InvalidConfigurationException(
                        List.of("the file prefix of " + definition.id() + " is not known")));
    refuseEncrypted(prefix);
    ExchangeFolders folders = shared.folders();
    String name;
    try {
      do {
        name = shared.names().reserve(prefix, runtime.today(), folders);
      } while (shared.isAwaited(name));
      // While the temporary file exists the request was never sent; once it is gone, it was.
      settings.files().createEmpty(temporary(folders, name));
      shared.tidy(runtime.today(), name, temporary(folders, name));
    } catch (IOException e) {
      shared.forgetFolders();
      throw new ExchangeUnavailableException("no file can be created in " + folders.req(), e);
    } catch (ExchangeUnavailableException e) {
      shared.forgetFolders();
      throw e;
    }
    Ticket ticket =
        new Ticket(
            definition.id(),
            name,
            reservation.identifier(),
            institution,
            reservation.fingerprint(),
            reservation.reference(),
            reservation.basis(),
            runtime.clock().instant());
    try {
      journal.add(ticket);
    } catch (RuntimeException e) {
      remove(temporary(folders, name));
      throw e;
    }
    withdrawn.remove(ticket.name());
    requests.put(ticket.name(), new Request(true));
    return ticket;
  }

  private void refuseEncrypted(String prefix) {
    Path config = settings.terminalConfig();
    if (config == null) {
      return;
    }
    try {
      Optional<String> encrypted = EncryptionSetting.read(config).encrypted(prefix);
      if (encrypted.isPresent()) {
        throw new ExchangeUnavailableException(
            EncryptionSetting.FILE
                + " says that "
                + encrypted.get()
                + " files are encrypted; set it to 'n'",
            null);
      }
    } catch (IOException e) {
      throw new ExchangeUnavailableException(
          EncryptionSetting.FILE + " cannot be read in " + config, e);
    }
  }

  @Override
  public CompletableFuture<Void> publish(Ticket ticket, byte[] body) {
    return onLane(
        () -> {
          publishNow(ticket, body);
          return null;
        });
  }

  private void publishNow(Ticket ticket, byte[] body) {
    ExchangeFolders folders = hub().folders();
    Path temporary = temporary(folders, ticket.name());
    Request request = requests.get(ticket.name());
    if (request == null) {
      request = reservedEarlier(ticket, temporary);
    }
    if (!request.state.compareAndSet(State.RESERVED, State.PUBLISHING)) {
      throw new NoAnswerException(Sent.NO, ticket, "the request was given up before it was sent");
    }
    try {
      settings.files().write(temporary, body);
    } catch (IOException e) {
      request.state.set(State.ABANDONED);
      drop(ticket);
      throw new ExchangeUnavailableException(
          "the request cannot be written in " + folders.req() + " (full, read-only or away)", e);
    }
    try {
      settings.files().move(temporary, published(folders, ticket.name()));
      request.state.set(State.PUBLISHED);
    } catch (IOException e) {
      afterFailedMove(ticket, folders, request, e);
    }
    traced.debug(ticket::traceparent, "request {} published, {} bytes", ticket.name(), body.length);
  }

  /** A ticket of an earlier process may still go out, but only if it certainly never did. */
  private Request reservedEarlier(Ticket ticket, Path temporary) {
    if (!settings.files().exists(temporary)) {
      throw notSentAgain(ticket);
    }
    Request request = new Request(false);
    requests.put(ticket.name(), request);
    return request;
  }

  private NoAnswerException notSentAgain(Ticket ticket) {
    return withdrawn.contains(ticket.name())
        ? new NoAnswerException(Sent.NO, ticket, "the request was given up before it was sent")
        : new NoAnswerException(
            Sent.UNKNOWN, ticket, "the request may have been sent and is not sent again");
  }

  /** A move over a network may have happened although it failed; the temporary file tells. */
  private void afterFailedMove(
      Ticket ticket, ExchangeFolders folders, Request request, IOException cause) {
    if (settings.files().exists(temporary(folders, ticket.name()))) {
      request.state.set(State.ABANDONED);
      drop(ticket);
      throw new ExchangeUnavailableException(
          "the request cannot be put into " + folders.req(), cause);
    }
    request.state.set(State.PUBLISHED);
    if (!settings.files().isDirectory(folders.req())) {
      release(ticket);
      throw new NoAnswerException(
          Sent.UNKNOWN, ticket, "the folder went away while the request was put there");
    }
    log.debug(
        "moving request {} failed, yet it is gone from its temporary name", ticket.name(), cause);
  }

  @Override
  public <T> CompletableFuture<T> await(
      Ticket ticket, Duration timeout, AnswerReader<T> reader, Executor completion) {
    if (withdrawn.contains(ticket.name())) {
      return CompletableFuture.failedFuture(
          new NoAnswerException(
              Sent.NO, ticket, ticket.name() + ": the request was withdrawn and never sent"));
    }
    FolderHub shared = hub();
    FolderWait<T> wait =
        new FolderWait<>(ticket, reader, completion, settings.maxAnswerBytes(), settings.settle());
    if (!shared.add(wait)) {
      return CompletableFuture.failedFuture(
          new IllegalStateException("somebody waits for " + ticket.name() + " already"));
    }
    waits.put(ticket.name(), wait);
    wait.expiry = runtime.after(timeout, () -> expire(wait));
    CompletableFuture<T> unused =
        wait.future.whenComplete((answer, failure) -> stopped(wait, shared));
    if (!requests.containsKey(ticket.name())) {
      shared.lane().execute(() -> failIfNeverSent(wait));
    }
    if (isClosed()) {
      wait.future.completeExceptionally(closedWhileWaiting(ticket));
    }
    if (withdrawn.contains(ticket.name())) {
      fail(wait, neverSent(wait));
    }
    return wait.future;
  }

  /** After a restart: a request that still has its temporary name never went out and never will. */
  private void failIfNeverSent(FolderWait<?> wait) {
    try {
      if (settings.files().exists(temporary(hub().folders(), wait.ticket.name()))) {
        fail(wait, takeBack(wait));
      }
    } catch (ExchangeUnavailableException e) {
      log.debug("{} cannot be looked at yet", settings.root(), e);
    }
  }

  private void stopped(FolderWait<?> wait, FolderHub shared) {
    shared.remove(wait);
    waits.remove(wait.ticket.name(), wait);
    wait.expiry.run();
    release(wait.ticket);
  }

  /**
   * Time is over: look once more, then take the request back if it still lies there, and say what
   * became of it.
   */
  private void expire(FolderWait<?> wait) {
    FolderHub shared = hub();
    shared
        .lane()
        .execute(
            () -> {
              if (!shared.lastLook(wait)) {
                fail(wait, takeBack(wait));
              }
            });
    failIfStuck(wait, shared.lane(), shared.lane().finished());
  }

  private void failIfStuck(FolderWait<?> wait, Lane lane, long before) {
    runtime.after(
        GRACE,
        () -> {
          long now = lane.finished();
          if (now == before) {
            fail(wait, noAnswer(wait, Sent.UNKNOWN, "the exchange folder does not respond"));
          } else if (!wait.isDone()) {
            failIfStuck(wait, lane, now);
          }
        });
  }

  private void fail(FolderWait<?> wait, NoAnswerException failure) {
    if (!wait.isDone()) {
      // First, so that whoever hears of it may wait on at once.
      hub().remove(wait);
      wait.completion.execute(() -> wait.future.completeExceptionally(failure));
    }
  }

  /**
   * Takes the request back although its caller may have been told meanwhile that nobody knows: what
   * nobody waits for must not go out when the terminal returns. On the lane only.
   */
  private NoAnswerException takeBack(FolderWait<?> wait) {
    Ticket ticket = wait.ticket;
    if (withdrawn.contains(ticket.name())) {
      return neverSent(wait);
    }
    if (wait.isAnswered() || isClosed() || hub().isAwaitedByAnother(wait)) {
      return noAnswer(wait, Sent.UNKNOWN, "nobody waits here any more");
    }
    ExchangeFolders folders;
    try {
      folders = foldersAnew();
    } catch (ExchangeUnavailableException e) {
      return noAnswer(wait, Sent.UNKNOWN, "the exchange folder cannot be reached");
    }
    Path temporary = temporary(folders, ticket.name());
    Path published = published(folders, ticket.name());
    if (isTakenBack(ticket, published, temporary)) {
      drop(ticket);
      FolderWait<?> late = waits.get(ticket.name());
      if (late != null && late != wait) {
        fail(late, neverSent(late));
      }
      return noAnswer(wait, Sent.NO, "the request was not taken by the terminal and is withdrawn");
    }
    if (settings.files().exists(published)) {
      return noAnswer(wait, Sent.UNKNOWN, "the request lies in req and cannot be taken back");
    }
    if (!isGone(published, temporary, folders)) {
      return noAnswer(wait, Sent.UNKNOWN, "the folder went away while the request was looked for");
    }
    String seen = wait.trouble().isEmpty() ? "" : "; an answer lies there but " + wait.trouble();
    return noAnswer(wait, Sent.YES, "the request was taken and not answered in time" + seen);
  }

  /** A move that failed may have happened all the same; the temporary file tells. */
  private boolean isTakenBack(Ticket ticket, Path published, Path temporary) {
    if (settings.files().exists(published)) {
      try {
        settings.files().move(published, temporary);
        return true;
      } catch (IOException e) {
        log.debug("request {} could not be taken back", ticket.name(), e);
      }
    }
    return settings.files().exists(temporary);
  }

  /** Two files that are not seen tell nothing where the folder itself has gone. */
  private boolean isGone(Path published, Path temporary, ExchangeFolders folders) {
    FolderFiles files = settings.files();
    return files.isGone(published) && files.isGone(temporary) && files.isDirectory(folders.req());
  }

  /** The sub-folders, looked for again when the one for requests is not where it was. */
  private ExchangeFolders foldersAnew() {
    if (!settings.files().isDirectory(hub().folders().req())) {
      hub().forgetFolders();
    }
    return hub().folders();
  }

  private static NoAnswerException neverSent(FolderWait<?> wait) {
    return noAnswer(wait, Sent.NO, "the request was withdrawn and never sent");
  }

  private static NoAnswerException noAnswer(FolderWait<?> wait, Sent sent, String message) {
    return new NoAnswerException(sent, wait.ticket, wait.ticket.name() + ": " + message);
  }

  @Override
  public boolean abandon(Ticket ticket) {
    Request request = requests.get(ticket.name());
    if (request == null || !request.state.compareAndSet(State.RESERVED, State.ABANDONED)) {
      return request != null && request.state.get() == State.ABANDONED;
    }
    try {
      hub().lane().execute(() -> drop(ticket));
    } catch (RejectedExecutionException e) {
      log.warn("a leftover of {} stays: the runtime was closed before its client", ticket.name());
    }
    return true;
  }

  @Override
  public void settle(Ticket ticket) {
    try {
      hub().lane().execute(() -> settleNow(ticket));
    } catch (RejectedExecutionException e) {
      log.warn("{} stays open: the runtime was closed before its client", ticket.name());
    }
  }

  private void settleNow(Ticket ticket) {
    try {
      journal.remove(ticket);
    } catch (ExchangeUnavailableException e) {
      log.warn("{} was answered, but its ticket could not be closed", ticket.name(), e);
      return;
    }
    if (!settings.answerFiles().isKept()) {
      clear(ticket, CLEARING_TRIES);
    }
  }

  /** A virus scanner may hold a file for a moment, and a share may be away for one. */
  private void clear(Ticket ticket, int tries) {
    if (isCleared(ticket)) {
      return;
    }
    if (tries > 1 && !isClosed()) {
      runtime.after(CLEAR_AGAIN, () -> hub().lane().execute(() -> clear(ticket, tries - 1)));
    } else {
      log.warn("answer files of {} could not be cleared and stay in res", ticket.name());
    }
  }

  /**
   * An answer, or the echoed request and its .err: all of them carry our name and nobody else's.
   * Whoever got an answer got no .err, and looking for a file that is not there is slow in a
   * crowded folder of a share.
   */
  private boolean isCleared(Ticket ticket) {
    try {
      Path res = hub().folders().res();
      for (AnswerKind kind : AnswerKind.FILES) {
        if (clear(res, FolderNames.answer(ticket.name()) + kind.extension())) {
          return true;
        }
      }
      clear(res, ticket.name() + ".err");
      clear(res, ticket.name() + ".xml");
      return true;
    } catch (IOException | ExchangeUnavailableException e) {
      log.debug("files of {} cannot be cleared now", ticket.name(), e);
      return false;
    }
  }

  /** Whether there was such a file. */
  private boolean clear(Path res, String name) throws IOException {
    Path file = res.resolve(name);
    Path archive = settings.answerFiles().archiveFolder().orElse(null);
    if (archive == null) {
      return settings.files().deleteIfExists(file);
    }
    if (!settings.files().exists(file)) {
      return false;
    }
    settings.files().move(file, archive.resolve(name));
    return true;
  }

  @Override
  public void close() {
    FolderHub shared;
    synchronized (this) {
      if (closed) {
        return;
      }
      closed = true;
      shared = hub;
    }
    if (shared == null) {
      return;
    }
    for (FolderWait<?> wait : List.copyOf(waits.values())) {
      wait.future.completeExceptionally(closedWhileWaiting(wait.ticket));
    }
    drain(shared);
    runtime.release(settings.root());
  }

  private static NoAnswerException closedWhileWaiting(Ticket ticket) {
    return new NoAnswerException(
        Sent.UNKNOWN,
        ticket,
        ticket.name() + ": the client was closed; the ticket stays in the journal");
  }

  private synchronized boolean isClosed() {
    return closed;
  }

  /** Files that are being cleared get a little time; a share that hangs does not keep anybody. */
  private static void drain(FolderHub shared) {
    CompletableFuture<Void> drained = new CompletableFuture<>();
    try {
      shared.lane().execute(() -> drained.complete(null));
      drained.get(CLOSING.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException | RejectedExecutionException e) {
      log.warn("the exchange folder does not respond; files of finished requests may stay there");
    }
  }

  private synchronized FolderHub hub() {
    if (hub == null) {
      if (closed) {
        throw new IllegalStateException("the client is closed");
      }
      hub = runtime.hub(settings.root(), () -> new FolderHub(runtime, settings));
      hub.warnUnlessLike(settings);
    }
    return hub;
  }

  private <T extends @Nullable Object> CompletableFuture<T> onLane(Supplier<T> work) {
    return CompletableFuture.supplyAsync(work, hub().lane());
  }

  /** Gives the place in flight back, once. */
  private void release(Ticket ticket) {
    Request request = requests.remove(ticket.name());
    if (request != null && request.holdsPlace) {
      hub().permits().release();
    }
  }

  /**
   * Forgets a request that certainly was not sent. The journal forgets first: the other way round a
   * crash in between would leave a ticket without its temporary file, which means that it was sent.
   */
  private void drop(Ticket ticket) {
    withdrawn.add(ticket.name());
    try {
      journal.remove(ticket);
    } finally {
      release(ticket);
    }
    try {
      remove(temporary(hub().folders(), ticket.name()));
    } catch (ExchangeUnavailableException e) {
      log.debug("a leftover of {} stays until old names are removed", ticket.name(), e);
    }
  }

  /** Whether there was such a file. */
  private boolean remove(Path file) {
    try {
      return settings.files().deleteIfExists(file);
    } catch (IOException e) {
      log.warn("{} could not be removed", file, e);
      return true;
    }
  }

  private static Path temporary(ExchangeFolders folders, String name) {
    return folders.req().resolve(FolderNames.temporary(name));
  }

  private static Path published(ExchangeFolders folders, String name) {
    return folders.req().resolve(name + ".xml");
  }
}
