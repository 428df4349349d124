package io.github.shikaku.testkit;

import io.github.shikaku.testkit.message.AnswerContent;
import io.github.shikaku.testkit.message.AnswerContent.Outcome;
import io.github.shikaku.testkit.message.AnswerWriter;
import io.github.shikaku.testkit.message.ReceivedQuery;
import io.github.shikaku.testkit.message.TextEncoding;
import io.github.shikaku.testkit.message.XmlOrder;
import io.github.shikaku.testkit.person.AnswerSource;
import io.github.shikaku.testkit.person.SamplePerson;
import java.text.Normalizer;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Makes the bytes of an answer from a query and the scenario it chose. */
final class Answers {
  private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

  private final ScenarioCatalogue scenarios;
  private final AnswerEncoding policy;
  private final Clock clock;
  private final @Nullable String institution;
  private final boolean strict;
  private final AnswerWriter writer = new AnswerWriter();

  Answers(TerminalSimulator.Builder from) {
    this.scenarios = from.scenarios;
    this.policy = from.encoding;
    this.clock = from.clock;
    this.institution = from.institution;
    this.strict = from.strictMatching;
  }

  Script script(ReceivedQuery query) {
    return scenarios.find(query.number()).map(Scenario::script).orElseGet(Script::plain);
  }

  byte[] answer(ReceivedQuery query) {
    Script script = script(query);
    TextEncoding encoding =
        script.encoding() != null ? script.encoding() : policy.answering(query.encoding());
    AnswerContent content;
    if (institution != null && !institution.equals(query.institution())) {
      content =
          ScenarioCatalogue.systemError(
              found(query, encoding), "SIM-S002", "【模擬】この端末の医療機関コードではありません");
      script = Script.plain();
    } else {
      content = script.content().apply(found(query, encoding));
    }
    String xml = script.text().apply(writer.write(content));
    return script.bytes().apply(encoding.document(xml));
  }

  private AnswerContent found(ReceivedQuery query, TextEncoding encoding) {
    LocalDateTime now = now();
    Optional<SamplePerson> person =
        scenarios
            .find(query.number())
            .filter(
                s ->
                    s.possibleQuery(query.confirmationDate())
                        .filter(q -> !strict || matches(q, query))
                        .isPresent())
            .map(s -> s.person(query.confirmationDate(), now, query.limitConsent()));
    String validity = person.map(p -> p.confirmation().validity()).orElse("4");
    return new AnswerContent(
        new AnswerContent.Header(
            now,
            query.confirmationDate(),
            query.institution(),
            query.fileIdentifier(),
            "2",
            "1",
            null,
            null,
            encoding),
        query,
        Outcome.normal(validity),
        person.orElse(null));
  }

  private static boolean matches(ScenarioQuery expected, ReceivedQuery query) {
    return expected.insurerNumber().equals(query.naturalInsurerNumber())
        && expected.birthdate().equals(query.birthdate())
        && same(expected.symbol(), query.symbol())
        && same(expected.branch(), query.branch());
  }

  private static boolean same(@Nullable String expected, @Nullable String given) {
    return expected == null
        || given == null
        || Normalizer.normalize(expected, Normalizer.Form.NFKC)
            .equals(Normalizer.normalize(given, Normalizer.Form.NFKC));
  }

  /** What the reader leaves for a person: no echo, children in any order. */
  byte[] face(SamplePerson person, String askingInstitution, Random random) {
    if (person.confirmation().source() != AnswerSource.CARD) {
      throw new IllegalArgumentException("the reader reports people by card only");
    }
    TextEncoding encoding = policy.answering(TextEncoding.UTF_8);
    AnswerContent content =
        new AnswerContent(
            new AnswerContent.Header(
                person.confirmation().processedAt(),
                person.confirmation().date(),
                askingInstitution,
                null,
                "1",
                "1",
                null,
                null,
                encoding),
            null,
            Outcome.normal(person.confirmation().validity()),
            person);
    return encoding.document(XmlOrder.shuffled(writer.write(content), random));
  }

  LocalDateTime now() {
    return LocalDateTime.ofInstant(clock.instant(), TOKYO).withNano(0);
  }
}
