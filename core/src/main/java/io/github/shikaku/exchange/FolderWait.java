package io.github.shikaku.exchange;

import io.github.shikaku.error.TerminalRejectionException;
import io.github.shikaku.error.UnusableAnswerException;
import io.github.shikaku.model.Ticket;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One request that waits for its answer, and what was seen of it so far. {@link #look} runs on the
 * folder's lane only.
 *
 * @param <T> what the answer is read into
 */
final class FolderWait<T> {
  private static final Logger log = LoggerFactory.getLogger(FolderWait.class);
  private static final Charset TERMINAL = Charset.forName("windows-31j");
  private static final int MAX_ERR = 64 * 1024;

  /** What may follow the root: the end of a comment or of a processing instruction. */
  private static final Pattern EPILOGUE = Pattern.compile("(-->|\\?>)\\s*\\z");

  private static final int TAIL = 256;

  /** So far apart two readings of a ZIP or PDF must agree. */
  private static final Duration AGREEMENT = Duration.ofMillis(300);

  final Ticket ticket;
  final CompletableFuture<T> future = new CompletableFuture<>();

  /** Where the future completes, never on the lane. */
  final Executor completion;

  /** Set while a look is queued, so that a burst of events queues one. */
  final AtomicBoolean queued = new AtomicBoolean();

  /** Set while another look is scheduled, because something incomplete was seen. */
  final AtomicBoolean again = new AtomicBoolean();

  /** Cancels the time-out. */
  volatile Runnable expiry = () -> {};

  private final String answerKey;
  private final String requestKey;
  private final AnswerReader<T> reader;
  private final int limit;
  private final Duration settle;
  private byte[] seen = {};
  private long unchangedSince;
  private boolean seenAny;
  private String trouble = "";

  FolderWait(
      Ticket ticket, AnswerReader<T> reader, Executor completion, int limit, Duration settle) {
    this.ticket = ticket;
    this.completion = completion;
    this.answerKey = FolderNames.key(FolderNames.answer(ticket.name()) + ".xml");
    this.requestKey = FolderNames.key(ticket.name() + ".xml");
    this.reader = reader;
    this.limit = limit;
    this.settle = settle;
  }

  String answerKey() {
    return answerKey;
  }

  String requestKey() {
    return requestKey;
  }

  boolean isDone() {
    return future.isDone();
  }

  boolean isAnswered() {
    return future.isDone() && !future.isCompletedExceptionally();
  }

  /**
   * What is wrong with an answer that lies there but cannot be used yet; empty when none was seen.
   */
  String trouble() {
    return trouble;
  }

  /**
   * Looks whether the answer is there.
   *
   * @return true when something incomplete was seen, so that it should be looked at again soon
   */
  boolean look(
      FolderFiles files,
      ExchangeFolders folders,
      BiConsumer<@Nullable T, @Nullable Throwable> outcome) {
    for (AnswerKind kind : AnswerKind.FILES) {
      Path answer = folders.res().resolve(FolderNames.answer(ticket.name()) + kind.extension());
      if (reader.kinds().contains(kind) && files.exists(answer)) {
        return lookAtAnswer(files, answer, kind, outcome);
      }
    }
    Path err = folders.res().resolve(ticket.name() + ".err");
    return files.exists(err) && lookAtRejection(files, err, outcome);
  }

  private boolean lookAtAnswer(
      FolderFiles files,
      Path answer,
      AnswerKind kind,
      BiConsumer<@Nullable T, @Nullable Throwable> outcome) {
    String name = String.valueOf(answer.getFileName());
    byte[] content;
    try {
      content = files.read(answer, limit);
    } catch (IOException e) {
      // Locked by whoever writes it, or gone again with the share.
      log.debug("{} cannot be read yet", name, e);
      trouble = "it cannot be opened";
      return true;
    }
    try {
      if (content.length > limit) {
        throw new UnusableAnswerException(
            "the answer " + name + " is larger than " + limit + " bytes");
      }
      refuseIncomplete(content, kind);
      outcome.accept(reader.read(new RawAnswer(ticket, name, kind, content)), null);
      return false;
    } catch (IncompleteAnswerException e) {
      return waitOrGiveUp(content, name, String.valueOf(e.getMessage()), outcome);
    } catch (RuntimeException e) {
      outcome.accept(null, e);
      return false;
    }
  }

  /**
   * An XML answer is whole when its root is closed; of the others nothing tells but that they stop
   * growing.
   */
  private void refuseIncomplete(byte[] content, AnswerKind kind) throws IncompleteAnswerException {
    if (kind == AnswerKind.XML) {
      if (!isClosed(content)) {
        throw new IncompleteAnswerException("no closing root element");
      }
    } else if (content.length == 0 || isNew(content) || !isUnchangedFor(AGREEMENT)) {
      throw new IncompleteAnswerException("two readings have not agreed yet");
    }
  }

  private boolean lookAtRejection(
      FolderFiles files, Path err, BiConsumer<@Nullable T, @Nullable Throwable> outcome) {
    try {
      byte[] content = files.read(err, MAX_ERR);
      if (isNew(content) || (content.length == 0 && !isUnchangedFor(settle))) {
        return true;
      }
      outcome.accept(null, new TerminalRejectionException(ticket, text(content)));
      return false;
    } catch (IOException e) {
      log.debug("the .err of {} cannot be read yet", ticket.name(), e);
      return true;
    }
  }

  private boolean waitOrGiveUp(
      byte[] content,
      String name,
      String reason,
      BiConsumer<@Nullable T, @Nullable Throwable> outcome) {
    trouble = reason;
    if (isNew(content) || !isUnchangedFor(settle)) {
      return true;
    }
    String hint =
        EncryptionSetting.looksEncrypted(content)
            ? "; it looks encrypted: the terminal's encrypt.conf may say 'e' for this kind of file"
            : "";
    outcome.accept(
        null,
        new UnusableAnswerException("the answer " + name + " stayed unreadable: " + reason + hint));
    return false;
  }

  /** Notes what was seen; true when it differs from the last time. */
  private boolean isNew(byte[] content) {
    if (seenAny && Arrays.equals(content, seen)) {
      return false;
    }
    seenAny = true;
    seen = content;
    unchangedSince = System.nanoTime();
    return true;
  }

  private boolean isUnchangedFor(Duration time) {
    return System.nanoTime() - unchangedSince >= time.toNanos();
  }

  private static boolean isClosed(byte[] content) {
    int from = Math.max(0, content.length - TAIL);
    // Tags are ASCII in every encoding in use, and neither '<' nor '>' can be part of a longer
    // character.
    String tail = new String(content, from, content.length - from, StandardCharsets.ISO_8859_1);
    return endsWithClosingTag(tail)
        || (EPILOGUE.matcher(tail).find() && endsWithClosingTag(withoutEpilogue(content)));
  }

  /** Whether the tag closes the root is for the parser to say. */
  private static boolean endsWithClosingTag(String tail) {
    String text = tail.stripTrailing();
    int last = text.length() - 1;
    int open = text.lastIndexOf('<');
    return open >= 0 && text.startsWith("</", open) && text.indexOf('>', open + 3) == last;
  }

  /** Comments and processing instructions may follow the root. */
  private static String withoutEpilogue(byte[] content) {
    String rest = new String(content, StandardCharsets.ISO_8859_1).stripTrailing();
    while (EPILOGUE.matcher(rest).find()) {
      int start = rest.lastIndexOf(rest.endsWith("-->") ? "<!--" : "<?");
      rest = rest.substring(0, Math.max(0, start)).stripTrailing();
    }
    return rest.substring(Math.max(0, rest.length() - TAIL));
  }

  /**
   * The encoding of an {@code .err} is not published: UTF-8 where it fits, else the terminal's code
   * page.
   */
  private static String text(byte[] content) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(content))
          .toString()
          .strip();
    } catch (CharacterCodingException e) {
      return new String(content, TERMINAL).strip();
    }
  }
}
