package io.github.shikaku.examples.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.shikaku.Shikaku;
import io.github.shikaku.error.InvalidRequestException;
import io.github.shikaku.error.Violation;
import io.github.shikaku.exchange.Exchange;
import io.github.shikaku.exchange.FolderExchange;
import io.github.shikaku.exchange.ShikakuRuntime;
import io.github.shikaku.model.WireFormat;
import io.github.shikaku.qualification.QualificationAnswer;
import io.github.shikaku.wire.Catalogue;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** {@code lookup}: one qualification check by number. */
@Command(name = "lookup")
final class LookupCommand extends Common implements Callable<Integer> {
  private final Console console;

  @Option(names = "--exchange", paramLabel = "DIR", descriptionKey = "lookup.exchange")
  private @Nullable Path exchange;

  @Mixin private final WebOptions web = new WebOptions();

  @Option(names = "--definitions", paramLabel = "FILE", descriptionKey = "lookup.definitions")
  private @Nullable Path definitions;

  @Mixin private final TypedQuery typed = new TypedQuery();

  @Option(
      names = "--encoding",
      paramLabel = "shift_jis|utf-8",
      converter = Encoding.class,
      descriptionKey = "lookup.encoding")
  private WireFormat encoding = WireFormat.XML_SHIFT_JIS;

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      converter = Seconds.class,
      descriptionKey = "lookup.timeout")
  private Duration timeout = Duration.ofSeconds(60);

  @Option(names = "--json", descriptionKey = "option.json")
  private boolean json;

  LookupCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    try (ShikakuRuntime runtime = ShikakuRuntime.create()) {
      TypedQuery.Checked checked = typed.check(Instant.now(runtime.clock()));
      print(lookup(runtime, way(), checked));
    }
    return ExitCode.OK;
  }

  private Exchange way() {
    Path folder = exchange;
    if ((folder == null) != web.isChosen()) {
      throw new InvalidRequestException(
          List.of(
              new Violation(
                  "exchange",
                  "--exchange と --web のどちらか一方を指定してください。",
                  "give either --exchange or --web")));
    }
    return folder == null
        ? web.exchange(new Secrets(console))
        : FolderExchange.at(folder).format(encoding).build();
  }

  private QualificationAnswer lookup(
      ShikakuRuntime runtime, Exchange way, TypedQuery.Checked checked) {
    Catalogue catalogue = Catalogue.standard();
    try (Shikaku shikaku =
        Shikaku.builder()
            .institution(checked.institution())
            .exchange(way)
            .definitions(definitions == null ? catalogue : catalogue.overriddenBy(definitions))
            .runtime(runtime)
            .journal(new ForgetfulJournal())
            .timeout(timeout)
            .build()) {
      return shikaku.qualifications().lookup(checked.query());
    }
  }

  private void print(QualificationAnswer answer) {
    ObjectNode document = AnswerJson.of(new Fields().put("interface", "OQS-IF-002"), answer);
    if (json) {
      console.json(document);
    } else {
      new TextTree(console.out()).print(document);
      console.out().println(console.text("lookup.basis", answer.basis().label()));
    }
  }

  /** Encoding of the request. */
  static final class Encoding implements ITypeConverter<WireFormat> {
    @Override
    public WireFormat convert(String text) {
      return switch (text.toLowerCase(Locale.ROOT).replace("_", "").replace("-", "")) {
        case "shiftjis" -> WireFormat.XML_SHIFT_JIS;
        case "utf8" -> WireFormat.XML_UTF_8;
        default -> throw new TypeConversionException("shift_jis | utf-8");
      };
    }
  }

  /** A positive number of seconds. */
  static final class Seconds implements ITypeConverter<Duration> {
    private static final long LONGEST = 24 * 60 * 60;

    @Override
    public Duration convert(String text) {
      long seconds = Long.parseLong(text.strip());
      if (seconds < 1 || seconds > LONGEST) {
        throw new TypeConversionException("1 - " + LONGEST);
      }
      return Duration.ofSeconds(seconds);
    }
  }
}
