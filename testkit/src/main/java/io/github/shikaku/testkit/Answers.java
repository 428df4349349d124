package io.github.shikaku.testkit;

import io.github.shikaku.testkit.message.AnswerContent;
import io.github.shikaku.testkit.message.AnswerContent.Outcome;
import io.github.shikaku.testkit.message.AnswerText;
import io.github.shikaku.testkit.message.AnswerTree;
import io.github.shikaku.testkit.message.AnswerWriter;
import io.github.shikaku.testkit.message.Damage;
import io.github.shikaku.testkit.message.ReceivedQuery;
import io.github.shikaku.testkit.message.TextEncoding;
import io.github.shikaku.testkit.message.XmlText;
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

  private static final AnswerText XML = new XmlText();

  /**
   * What a simulator was told about answering.
   *
   * @param scenarios what can happen
   * @param encoding how answers are encoded
   * @param clock the clock of the other side
   * @param institution the only institution that gets answers, null for any
   * @param strict whether a person is found only when everything about the query is right
   */
  record Rules(
      ScenarioCatalogue scenarios,
      AnswerEncoding encoding,
      Clock clock,
      @Nullable String institution,
      boolean strict) {}

  private final Rules rules;
  private final AnswerText text;
  private final AnswerWriter writer = new AnswerWriter();

  Answers(Rules rules, AnswerText text) {
    this.rules = rules;
    this.text = text;
  }

  Script script(ReceivedQuery query) {
    return rules.scenarios().find(query.number()).map(Scenario::script).orElseGet(Script::plain);
  }

  TextEncoding encoding(ReceivedQuery query) {
    TextEncoding own = script(query).encoding();
    return own != null ? own : rules.encoding().answering(query.encoding());
  }

  byte[] answer(ReceivedQuery query) {
    TextEncoding encoding = encoding(query);
    if (rules.institution() != null && !rules.institution().equals(query.institution())) {
      AnswerContent refused =
          ScenarioCatalogue.systemError(
              found(query, encoding), "SIM-S002", "【模擬】この端末の医療機関コードではありません");
      return text.write(writer.tree(refused), Damage.NONE, encoding);
    }
    return text.write(tree(query), script(query).damage(), encoding);
  }

  /** What the scenario says, before it becomes text. */
  AnswerTree tree(ReceivedQuery query) {
    Script script = script(query);
    AnswerTree tree = writer.tree(script.content().apply(found(query, encoding(query))));
    script.elements().accept(tree);
    return tree;
  }

  private AnswerContent found(ReceivedQuery query, TextEncoding encoding) {
    LocalDateTime now = now();
    Optional<SamplePerson> person =
        rules
            .scenarios()
            .find(query.number())
            .filter(
                s ->
                    s.possibleQuery(query.confirmationDate())
                        .filter(q -> !rules.strict() || matches(q, query))
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
    TextEncoding encoding = rules.encoding().answering(TextEncoding.UTF_8);
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
    AnswerTree tree = writer.tree(content);
    tree.shuffle(random);
    return XML.write(tree, Damage.NONE, encoding);
  }

  LocalDateTime now() {
    return LocalDateTime.ofInstant(rules.clock().instant(), TOKYO).withNano(0);
  }
}
