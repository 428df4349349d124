package io.github.shikaku.examples.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.shikaku.audit.AuditProblem;
import io.github.shikaku.audit.AuditTrail;
import io.github.shikaku.audit.AuditVerification;
import io.github.shikaku.error.InvalidConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code audit verify}: whether an audit trail is whole. */
@Command(name = "verify")
final class AuditCommand extends Common implements Callable<Integer> {
  private final Console console;

  @Parameters(paramLabel = "FILE", descriptionKey = "audit.file")
  private @Nullable Path file;

  @Option(names = "--key-file", paramLabel = "FILE", descriptionKey = "audit.keyFile")
  private @Nullable Path keyFile;

  @Option(names = "--json", descriptionKey = "option.json")
  private boolean json;

  AuditCommand(Console console) {
    this.console = console;
  }

  /** The group of commands about the audit trail. */
  @Command(name = "audit")
  static final class Group extends Common {}

  @Override
  public Integer call() {
    if (file == null) {
      throw new IllegalStateException("a mandatory parameter passed without a value");
    }
    AuditVerification found = verify(file);
    if (json) {
      console.json(json(file, found));
    } else {
      print(found);
    }
    return found.isWhole() ? ExitCode.OK : ExitCode.UNUSABLE;
  }

  private AuditVerification verify(Path trail) {
    if (keyFile == null) {
      return AuditTrail.verify(trail);
    }
    byte[] key = key(keyFile);
    try {
      return AuditTrail.verify(trail, key);
    } finally {
      Arrays.fill(key, (byte) 0);
    }
  }

  private static byte[] key(Path keyFile) {
    try {
      return Files.readAllBytes(keyFile);
    } catch (IOException e) {
      throw new InvalidConfigurationException(List.of("the key file cannot be read"));
    }
  }

  private void print(AuditVerification found) {
    AuditProblem problem = found.problem();
    console
        .out()
        .println(
            problem == null
                ? console.text("audit.whole", found.records())
                : console.text(
                    "audit.broken", problem.line(), problem.kind().name(), problem.message()));
    new TextTree(console.out()).print(figures(found));
  }

  private static ObjectNode json(Path file, AuditVerification found) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("file", file.toString()).put("whole", found.isWhole());
    json.setAll(figures(found));
    found
        .firstProblem()
        .ifPresent(
            problem ->
                json.putObject("problem")
                    .put("kind", problem.kind().name())
                    .put("line", problem.line())
                    .put("message", problem.message()));
    return json;
  }

  private static ObjectNode figures(AuditVerification found) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("records", found.records())
        .put("recovered", found.recovered())
        .put("unfinishedBytes", found.unfinishedBytes());
    Instant first = found.first();
    Instant last = found.last();
    if (first != null && last != null) {
      json.put("first", first.toString()).put("last", last.toString());
    }
    return json.put("lastHash", found.lastHash());
  }
}
