package io.github.shikaku.testkit;

import io.github.shikaku.model.MedicalInstitutionCode;
import io.github.shikaku.testkit.Script.Delivery;
import io.github.shikaku.testkit.message.ReceivedQuery;
import io.github.shikaku.testkit.message.TextEncoding;
import io.github.shikaku.testkit.message.UnreadableRequestException;
import io.github.shikaku.testkit.message.XmlRequestReader;
import io.github.shikaku.testkit.message.XmlText;
import io.github.shikaku.testkit.person.SamplePerson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Behaves as 資格確認端末 with 連携アプリ does on its folders: takes 資格確認要求 (OQS-IF-001) out of {@code req}
 * and answers into {@code res}. What it answers is chosen by the 番号 of the query, see {@link
 * ScenarioCatalogue}.
 *
 * <p>While it runs, the file {@code .shikaku-simulator} lies in the exchange root. The file tells a
 * client that nobody real answers; it is no security boundary.
 *
 * <p>It never logs what a file holds. Answers that are still to come when it is closed are lost, as
 * when a terminal is switched off.
 */
public final class TerminalSimulator implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(TerminalSimulator.class);
  private static final int WARM_UP_ROUNDS = 20;
  private static final Duration BREATH = Duration.ofMillis(20);
  private static final DateTimeFormatter DT14 =
      DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT);

  private final ExchangeFolders folders;
  private final AnswerDelay delay;
  private final AnswerWriting writing;
  private final Duration lateness;
  private final Answers answers;
  private final XmlRequestReader reader = new XmlRequestReader();
  private final ScheduledThreadPoolExecutor scheduler;
  private final AnswerDelivery delivery;
  private final RequestPickup pickup;
  private final Random faceNames = new Random(20201117);

  private TerminalSimulator(Builder from) {
    this.folders = ExchangeFolders.of(from.root, from.createFolders);
    this.delay = from.delay;
    this.writing = from.writing;
    this.lateness = from.lateness;
    this.answers = new Answers(from.rules(), new XmlText());
    this.scheduler = new ScheduledThreadPoolExecutor(1, TerminalSimulator::daemon);
    scheduler.setRemoveOnCancelPolicy(true);
    this.delivery = new AnswerDelivery(folders.res(), scheduler, from.pace);
    this.pickup = new RequestPickup(folders.req(), from.pollInterval, this::plan);
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "shikaku-simulator-answers");
    thread.setDaemon(true);
    return thread;
  }

  /**
   * A simulator for the exchange folder {@code root}, the parent of {@code req} and {@code res}.
   */
  public static Builder builder(Path root) {
    return new Builder(root);
  }

  private @Nullable Runnable plan(String name, byte[] request) {
    try {
      ReceivedQuery query = reader.read(request);
      Script.Delivery how = answers.script(query).delivery();
      return how == Delivery.NOT_TAKEN ? null : () -> answer(name, request, query, how);
    } catch (UnreadableRequestException e) {
      byte[] reason = reason(e.code(), "【模擬】" + e.getMessage());
      return () -> delivery.rejection(name, delay.next(), request, reason);
    }
  }

  private void answer(String name, byte[] request, ReceivedQuery query, Delivery how) {
    String answer = name.replaceFirst("(?i)req_", "res_");
    Supplier<byte[]> content = () -> answers.answer(query);
    switch (how) {
      case ONCE -> delivery.whole(answer, writing, delay.next(), content);
      case TWICE -> delivery.twice(answer, delay.next(), content);
      case IN_PIECES -> delivery.inPieces(answer, delay.next(), content);
      case EMPTY_FIRST -> delivery.emptyFirst(answer, delay.next(), content);
      case LATE -> delivery.whole(answer, writing, lateness, content);
      case REJECTED ->
          delivery.rejection(name, delay.next(), request, reason("SIM-L100", "【模擬】要求を受け付けられません"));
      case SILENT, NOT_TAKEN -> log.debug("{} stays without an answer", name);
    }
  }

  private static byte[] reason(String code, String message) {
    return TextEncoding.SHIFT_JIS.encode(code + " " + message + "\r\n");
  }

  /** The exchange root. */
  public Path exchange() {
    return folders.root();
  }

  /** Stops taking and answering, as a terminal does that is switched off. */
  public void pause() {
    pickup.pause();
    delivery.pause();
  }

  /**
   * Goes on after {@link #pause}: first the answers that were due, then what lies in {@code req}.
   */
  public void resume() {
    delivery.resume();
    pickup.resume();
  }

  /**
   * Names of the requests taken so far, in the order in which they were taken and as often; it
   * shows that nothing was sent twice.
   */
  public List<String> requestsTaken() {
    return pickup.taken();
  }

  /**
   * Waits until no request lies in {@code req} and no answer is under way.
   *
   * @param atMost how long to wait
   * @return false when there still is something to do after that time
   * @throws InterruptedException when the waiting thread is interrupted
   */
  public boolean awaitIdle(Duration atMost) throws InterruptedException {
    long deadline = System.nanoTime() + atMost.toNanos();
    while (true) {
      boolean nothing = pickup.scan() == 0;
      Duration left = Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
      if (delivery.awaitNothingPending(nothing ? left : shorter(left)) && nothing) {
        return true;
      }
      if (left.isZero()) {
        return false;
      }
    }
  }

  private static Duration shorter(Duration left) {
    return left.compareTo(BREATH) < 0 ? left : BREATH;
  }

  /**
   * Leaves in {@code face} what the reader leaves there after this person's card was read.
   *
   * @param person somebody confirmed by card
   * @param institution the institution that asked
   * @return the file
   * @throws IllegalArgumentException when the person was not confirmed by card
   * @throws UncheckedIOException when the folder cannot be written
   */
  public Path writeFace(SamplePerson person, MedicalInstitutionCode institution) {
    byte[] bytes;
    StringBuilder name = new StringBuilder("OQSsiquc01res_face_").append(institution.wire());
    synchronized (faceNames) {
      for (int i = 0; i < 20; i++) {
        name.append(Character.forDigit(faceNames.nextInt(16), 16));
      }
      bytes = answers.face(person, institution.wire(), faceNames);
    }
    name.append('_').append(DT14.format(person.confirmation().processedAt())).append(".xml");
    try {
      return Files.write(folders.face().resolve(name.toString()), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("the face folder cannot be written", e);
    }
  }

  private void start(Clock clock) {
    warmUp();
    try {
      SimulatorMark.put(folders.root(), clock.instant());
    } catch (IOException e) {
      throw new UncheckedIOException("the exchange folder cannot be written", e);
    }
    pickup.start();
    log.info("a simulator answers in {}", folders.root());
  }

  /** The first answer must not wait for classes to be loaded and compiled. */
  private void warmUp() {
    byte[] request =
        """
        <XmlMsg><MessageHeader>
        <QualificationConfirmationDate>%s</QualificationConfirmationDate>
        <MedicalInstitutionCode>1319999991</MedicalInstitutionCode>
        </MessageHeader><MessageBody><QualificationConfirmSearchInfo>
        <InsurerNumber>06139992</InsurerNumber>
        <InsuredIdentificationNumber>5678910</InsuredIdentificationNumber>
        <Birthdate>19700101</Birthdate>
        <LimitApplicationCertificateRelatedConsFlg>1</LimitApplicationCertificateRelatedConsFlg>
        </QualificationConfirmSearchInfo></MessageBody></XmlMsg>
        """
            .formatted(DateTimeFormatter.BASIC_ISO_DATE.format(answers.now()))
            .getBytes(StandardCharsets.UTF_8);
    try {
      for (int i = 0; i < WARM_UP_ROUNDS; i++) {
        answers.answer(reader.read(request));
      }
    } catch (UnreadableRequestException e) {
      throw new IllegalStateException("the simulator does not read its own request", e);
    }
  }

  @Override
  public void close() {
    scheduler.shutdownNow();
    try {
      pickup.stop();
      SimulatorMark.remove(folders.root());
    } catch (IOException e) {
      log.warn("the simulator's mark stays behind: {}", e.getClass().getSimpleName());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    log.info("no simulator answers in {} any more", folders.root());
  }

  /** Sets a simulator up. */
  public static final class Builder extends SimulatorBuilder<Builder> {
    private final Path root;
    private boolean createFolders;
    private AnswerWriting writing = AnswerWriting.AT_ONCE;
    private Duration pollInterval = Duration.ofMillis(200);

    private Builder(Path root) {
      this.root = root;
    }

    @Override
    Builder self() {
      return this;
    }

    /** Makes {@code req}, {@code res} and {@code face} where they are missing. */
    public Builder createFolders() {
      this.createFolders = true;
      return this;
    }

    /** How answers come into the folder; at once when not said. */
    public Builder writing(AnswerWriting value) {
      this.writing = value;
      return this;
    }

    /** How often to look into {@code req} beside waiting for events; 200 ms when not said. */
    public Builder pollInterval(Duration value) {
      this.pollInterval = value;
      return this;
    }

    /**
     * Starts it.
     *
     * @throws UncheckedIOException when the folders are missing or cannot be used
     */
    public TerminalSimulator start() {
      TerminalSimulator simulator = new TerminalSimulator(this);
      try {
        simulator.start(clock);
      } catch (RuntimeException e) {
        simulator.scheduler.shutdownNow();
        throw e;
      }
      return simulator;
    }
  }
}
