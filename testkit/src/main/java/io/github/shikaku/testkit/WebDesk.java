package io.github.shikaku.testkit;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.github.shikaku.testkit.Script.Delivery;
import io.github.shikaku.testkit.message.JsonRequestReader;
import io.github.shikaku.testkit.message.ReceivedQuery;
import io.github.shikaku.testkit.message.UnreadableRequestException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the other side of the Web API does with a request, whatever carries it. */
final class WebDesk {
  private static final Pattern JSON =
      Pattern.compile("application/json\\s*;\\s*charset=\"?utf-8\"?", Pattern.CASE_INSENSITIVE);

  /**
   * How long what takes.
   *
   * @param delay of every answer
   * @param lateness of late answers
   * @param pace of slow ones
   */
  record Pace(AnswerDelay delay, Duration lateness, Duration pace) {}

  /**
   * What the desk works with.
   *
   * @param names names and paths
   * @param answers what is answered
   * @param tokens who is logged in
   * @param pace how long what takes
   * @param accounts passwords by user
   * @param keepBodies whether bodies are written down
   * @param started when the simulator was started
   */
  record Means(
      WebNames names,
      Answers answers,
      WebTokens tokens,
      Pace pace,
      Map<String, String> accounts,
      boolean keepBodies,
      Instant started) {}

  /** An answer, and what is worth writing down of how it came about. */
  private record Outcome(WebAnswer answer, boolean processed, @Nullable String institution) {
    static Outcome refused(int status, String code, String message) {
      return new Outcome(WebAnswer.refused(status, code, message), false, null);
    }
  }

  private final Means means;
  private final byte[] mark;
  private final JsonRequestReader reader = new JsonRequestReader();
  private final JsonFactory json =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
  private final WebJournal journal = new WebJournal();
  private final Map<WebStep, Deque<WebFault>> next = new EnumMap<>(WebStep.class);
  private final Map<WebStep, WebFault> always = new ConcurrentHashMap<>();
  private final Map<WebStep, AtomicLong> processed = new EnumMap<>(WebStep.class);

  WebDesk(Means means) {
    this.means = means;
    this.mark = SimulatorMark.json(means.started()).getBytes(StandardCharsets.UTF_8);
    for (WebStep step : WebStep.values()) {
      next.put(step, new ArrayDeque<>());
      processed.put(step, new AtomicLong());
    }
  }

  WebJournal journal() {
    return journal;
  }

  WebTokens tokens() {
    return means.tokens();
  }

  long processed(WebStep step) {
    return count(step).get();
  }

  void failNext(WebStep step, List<WebFault> faults) {
    synchronized (next) {
      queue(step).addAll(faults);
    }
  }

  void failAlways(WebStep step, WebFault fault) {
    always.put(step, fault);
  }

  void heal() {
    synchronized (next) {
      next.values().forEach(Deque::clear);
    }
    always.clear();
  }

  WebAnswer handle(WebIncoming incoming) {
    WebStep step = step(incoming);
    WebFault fault = fault(step);
    Outcome outcome;
    if (fault != null && fault.isInstead()) {
      int status = fault.status() == 0 ? 503 : fault.status();
      outcome = Outcome.refused(status, "SIM-F" + status, "【模擬】障害の再現です");
    } else {
      outcome = process(step, incoming);
    }
    WebAnswer answer = fault == null ? outcome.answer() : fault.spoil(outcome.answer());
    if (outcome.processed()) {
      count(step).incrementAndGet();
    }
    journal.add(written(step, incoming, outcome, answer));
    return answer;
  }

  private WebRequest written(
      WebStep step, WebIncoming incoming, Outcome outcome, WebAnswer answer) {
    boolean answered =
        switch (answer.line()) {
          case RESET, CLOSED, SILENT -> false;
          default -> true;
        };
    return new WebRequest(
        step,
        incoming.method(),
        incoming.path(),
        incoming.headers(),
        means.keepBodies() ? new String(incoming.body(), StandardCharsets.UTF_8) : "",
        incoming.client() == null ? null : incoming.client().commonName(),
        outcome.institution(),
        answered ? answer.status() : 0,
        outcome.processed());
  }

  private AtomicLong count(WebStep step) {
    return processed.computeIfAbsent(step, missing -> new AtomicLong());
  }

  private Deque<WebFault> queue(WebStep step) {
    return next.computeIfAbsent(step, missing -> new ArrayDeque<>());
  }

  private @Nullable WebFault fault(WebStep step) {
    synchronized (next) {
      WebFault first = queue(step).poll();
      return first != null ? first : always.get(step);
    }
  }

  private WebStep step(WebIncoming incoming) {
    if (incoming.path().equals("/" + SimulatorMark.NAME)) {
      return WebStep.MARK;
    }
    if (incoming.path().equals(means.names().loginPath())) {
      return WebStep.LOGIN;
    }
    return incoming.path().equals(means.names().lookupPath()) ? WebStep.INQUIRY : WebStep.OTHER;
  }

  private Outcome process(WebStep step, WebIncoming incoming) {
    return switch (step) {
      case MARK -> mark(incoming);
      case OTHER -> Outcome.refused(404, "SIM-W404", "【模擬】このパスはありません");
      case LOGIN, INQUIRY -> {
        if (!incoming.method().equals("POST")) {
          yield Outcome.refused(405, "SIM-W405", "【模擬】POSTで要求してください");
        }
        String type = incoming.header("Content-Type");
        if (type == null || !JSON.matcher(type.strip()).matches()) {
          yield Outcome.refused(415, "SIM-W415", "【模擬】Content-Typeが誤っています");
        }
        yield step == WebStep.LOGIN ? login(incoming) : inquiry(incoming);
      }
    };
  }

  private Outcome mark(WebIncoming incoming) {
    if (!incoming.method().equals("GET")) {
      return Outcome.refused(405, "SIM-W405", "【模擬】GETで要求してください");
    }
    return new Outcome(
        new WebAnswer(
            200,
            Map.of("Content-Type", "application/json;charset=UTF-8", "Shikaku-Simulator", "true"),
            mark),
        true,
        null);
  }

  private Outcome login(WebIncoming incoming) {
    WebIncoming.Client client = incoming.client();
    if (client == null) {
      return Outcome.refused(403, "SIM-A002", "【模擬】クライアント証明書がありません");
    }
    Map<String, String> fields;
    try {
      fields = flat(incoming.body());
    } catch (IOException e) {
      return Outcome.refused(400, "SIM-A005", "【模擬】JSONとして読み取れません");
    }
    String user = means.names().user(fields);
    String password = means.names().password(fields);
    if (user == null || password == null) {
      return Outcome.refused(400, "SIM-A006", "【模擬】定義されていない項目があるか、必須の項目がありません");
    }
    if (!password.equals(means.accounts().get(user))) {
      return Outcome.refused(401, "SIM-A001", "【模擬】利用者IDまたはパスワードが誤っています");
    }
    String token = means.tokens().issue(user, client.fingerprint());
    byte[] body = means.names().loggedIn(user, token).getBytes(StandardCharsets.UTF_8);
    return new Outcome(
        WebAnswer.json(200, body, "UTF-8").travelling(WebLine.WHOLE, means.pace().delay().next()),
        true,
        null);
  }

  private Map<String, String> flat(byte[] body) throws IOException {
    Map<String, String> fields = new HashMap<>();
    try (JsonParser parser = json.createParser(body)) {
      expect(parser.nextToken() == JsonToken.START_OBJECT);
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        String name = parser.currentName();
        expect(parser.nextToken() == JsonToken.VALUE_STRING);
        fields.put(name, parser.getText());
      }
      expect(parser.nextToken() == null);
    }
    return fields;
  }

  private static void expect(boolean asPrescribed) throws IOException {
    if (!asPrescribed) {
      throw new IOException("the structure is wrong");
    }
  }

  private Outcome inquiry(WebIncoming incoming) {
    String token = incoming.header(means.names().tokenHeader());
    Optional<WebTokens.Issued> issued =
        token == null ? Optional.empty() : means.tokens().find(token);
    if (issued.isEmpty()) {
      return Outcome.refused(401, "SIM-A003", "【模擬】トークンが無いか、有効ではありません");
    }
    WebIncoming.Client client = incoming.client();
    if (client != null && !client.fingerprint().equals(issued.get().fingerprint())) {
      return Outcome.refused(403, "SIM-A004", "【模擬】トークンが別の証明書に発行されたものです");
    }
    try {
      return answered(reader.read(incoming.body()));
    } catch (UnreadableRequestException e) {
      return Outcome.refused(400, e.code(), "【模擬】" + e.getMessage());
    }
  }

  private Outcome answered(ReceivedQuery query) {
    Delivery how = means.answers().script(query).delivery();
    if (how == Delivery.REJECTED) {
      return new Outcome(
          WebAnswer.refused(400, "SIM-L100", "【模擬】要求を受け付けられません"), false, query.institution());
    }
    if (how == Delivery.NOT_TAKEN) {
      return new Outcome(
          WebAnswer.refused(503, "SIM-W503", "【模擬】要求を受け取れません"), false, query.institution());
    }
    WebAnswer answer =
        WebAnswer.json(
            200, means.answers().answer(query), means.answers().encoding(query).declared());
    return new Outcome(
        switch (how) {
          case IN_PIECES -> answer.travelling(WebLine.PIECES, means.pace().delay().next());
          case EMPTY_FIRST -> answer.travelling(WebLine.LATE_BODY, means.pace().delay().next());
          case LATE -> answer.travelling(WebLine.WHOLE, means.pace().lateness());
          case SILENT -> answer.travelling(WebLine.SILENT, Duration.ZERO);
          case ONCE, TWICE, REJECTED, NOT_TAKEN ->
              answer.travelling(WebLine.WHOLE, means.pace().delay().next());
        },
        true,
        query.institution());
  }
}
