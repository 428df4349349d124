package io.github.shikaku.exchange;

import io.github.shikaku.Shikaku;
import io.github.shikaku.error.NoAnswerException;
import io.github.shikaku.model.Ticket;
import io.github.shikaku.operation.CallOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

/**
 * A process that asks once and stops for ever at the step it is told, so that it can be killed
 * there. It prints HALTED when it is there, and ANSWERED or NOT SENT when its caller has that.
 */
final class HaltingProcess {
  private static final CountDownLatch NEVER = new CountDownLatch(1);

  private final String halt;
  private final Map<String, Integer> passed = new ConcurrentHashMap<>();

  private HaltingProcess(String halt) {
    this.halt = halt;
  }

  /** Takes the desk's folder, the step and how many milliseconds to wait for the answer. */
  public static void main(String[] arguments) {
    new HaltingProcess(arguments[1])
        .ask(Path.of(arguments[0]), Duration.ofMillis(Long.parseLong(arguments[2])));
  }

  private void ask(Path folder, Duration timeout) {
    FaultyFiles files = new FaultyFiles();
    files.put(
        (touch, file) -> {
          if (touch != FaultyFiles.Touch.LOOK && touch != FaultyFiles.Touch.LIST) {
            step(touch.name());
          }
        });
    Desk desk = Desk.in(folder);
    Shikaku shikaku =
        desk.open(
            way -> way.files(files), client -> client.journal(new HaltingJournal(desk.journal())));
    try {
      shikaku
          .qualifications()
          .lookup(
              Desk.query("valid"), CallOptions.defaults().timeout(timeout).reference("visit-1"));
      ChildProcess.say("ANSWERED");
    } catch (NoAnswerException e) {
      ChildProcess.say("NO ANSWER " + e.sent());
    }
    shikaku.close();
    desk.close();
    ChildProcess.say("CLOSED");
    halt();
  }

  /** Steps of one name are numbered; the first has no number. */
  private void step(String name) {
    int count = passed.merge(name, 1, Integer::sum);
    if (halt.equals(count == 1 ? name : name + "-" + count)) {
      halt();
    }
  }

  private static void halt() {
    ChildProcess.say("HALTED");
    try {
      NEVER.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private final class HaltingJournal implements Journal {
    private final Journal journal;

    HaltingJournal(Journal journal) {
      this.journal = journal;
    }

    @Override
    public void add(Ticket ticket) {
      step("ADD");
      journal.add(ticket);
      step("ADDED");
    }

    @Override
    public void remove(Ticket ticket) {
      step("REMOVE");
      journal.remove(ticket);
      step("REMOVED");
    }

    @Override
    public List<Ticket> pending() {
      return journal.pending();
    }

    @Override
    public void close() {
      journal.close();
    }
  }
}
