package io.github.shikaku.examples.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.shikaku.error.ShikakuException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code inspect}: shows what stands in files of OQS. One bad file does not hide the others. */
@Command(name = "inspect")
final class InspectCommand extends Common implements Callable<Integer> {
  private final Console console;
  private final Inspector inspector = new Inspector();
  private final ArrayNode documents = JsonNodeFactory.instance.arrayNode();
  private int exitCode = ExitCode.OK;

  @Parameters(arity = "1..*", paramLabel = "FILE", descriptionKey = "inspect.files")
  private List<Path> files = List.of();

  @Option(names = "--json", descriptionKey = "option.json")
  private boolean json;

  InspectCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    files.forEach(this::inspect);
    if (json) {
      console.json(documents.size() == 1 && files.size() == 1 ? documents.get(0) : documents);
    }
    return exitCode;
  }

  private void inspect(Path path) {
    try {
      InspectedFiles.in(path).forEach(this::inspect);
    } catch (ShikakuException e) {
      failed(path.toString(), e);
    }
  }

  private void inspect(InspectedFile file) {
    try {
      show(inspector.inspect(file));
    } catch (ShikakuException e) {
      failed(file.path(), e);
    }
  }

  private void show(ObjectNode document) {
    documents.add(document);
    if (!json) {
      if (documents.size() > 1) {
        console.out().println();
      }
      new TextTree(console.out()).print(document);
    }
  }

  private void failed(String path, ShikakuException failure) {
    exitCode = ExitCode.of(failure);
    documents.addObject().put("file", path).set("error", Failures.json(console, failure));
    console
        .err()
        .println(console.text("inspect.failed", path, String.valueOf(failure.getMessage())));
  }
}
