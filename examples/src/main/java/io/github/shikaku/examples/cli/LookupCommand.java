package io.github.shikaku.examples.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.shikaku.Shikaku;
import io.github.shikaku.exchange.FolderExchange;
import io.github.shikaku.exchange.ShikakuRuntime;
import io.github.shikaku.model.WireFormat;
import io.github.shikaku.qualification.QualificationAnswer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
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

  @Option(
      names = "--exchange",
      required = true,
      paramLabel = "DIR",
      descriptionKey = "lookup.exchange")
  private @Nullable Path exchange;

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
    if (exchange == null) {
      throw new IllegalStateException("a mandatory option passed without a value");
    }
    try (ShikakuRuntime runtime = ShikakuRuntime.create()) {
      print(lookup(runtime, exchange, typed.check(Instant.now(runtime.clock()))));
    }
    return ExitCode.OK;
  }

  private QualificationAnswer lookup(
      ShikakuRuntime runtime, Path folder, TypedQuery.Checked checked) {
    try (Shikaku shikaku =
        Shikaku.builder()
            .institution(checked.institution())
            .exchange(FolderExchange.at(folder).format(encoding).build())
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
