package io.github.shikaku.examples.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.shikaku.model.Evidence;
import io.github.shikaku.model.Facet;
import io.github.shikaku.model.InterfaceDefinition;
import io.github.shikaku.wire.Catalogue;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code interfaces}: every interface that is known of, and how well. */
@Command(name = "interfaces")
final class InterfacesCommand extends Common implements Callable<Integer> {
  private final Console console;

  @Option(names = "--json", descriptionKey = "option.json")
  private boolean json;

  @Option(names = "--definitions", paramLabel = "FILE", descriptionKey = "lookup.definitions")
  private @Nullable Path definitions;

  InterfacesCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Catalogue catalogue = Catalogue.standard();
    List<InterfaceDefinition> all =
        (definitions == null ? catalogue : catalogue.overriddenBy(definitions)).all();
    if (json) {
      console.json(json(all));
    } else {
      print(all);
    }
    return ExitCode.OK;
  }

  private static ArrayNode json(List<InterfaceDefinition> all) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    for (InterfaceDefinition one : all) {
      array
          .addObject()
          .put("id", one.id().value())
          .put("name", one.japaneseName())
          .put("prefix", one.prefix())
          .put("webPath", one.webPath())
          .put("overriddenBy", one.overriddenBy())
          .putObject("evidence")
          .put("id", one.evidence(Facet.ID).name())
          .put("prefix", one.evidence(Facet.PREFIX).name())
          .put("layout", one.evidence(Facet.LAYOUT).name())
          .put("webPath", one.evidence(Facet.WEB_PATH).name());
    }
    return array;
  }

  private void print(List<InterfaceDefinition> all) {
    TextTable table =
        new TextTable(
            console.text("interfaces.id"),
            console.text("interfaces.name"),
            console.text("interfaces.prefix"),
            console.text("interfaces.idEvidence"),
            console.text("interfaces.prefixEvidence"),
            console.text("interfaces.layoutEvidence"),
            console.text("interfaces.webEvidence"));
    for (InterfaceDefinition one : all) {
      table.row(
          one.id().value(),
          one.japaneseName(),
          one.knownPrefix().orElse("-"),
          evidence(one, Facet.ID),
          evidence(one, Facet.PREFIX),
          evidence(one, Facet.LAYOUT),
          evidence(one, Facet.WEB_PATH));
    }
    table.print(console.out());
  }

  private String evidence(InterfaceDefinition one, Facet facet) {
    Evidence evidence = one.evidence(facet);
    return console.isJapanese() ? evidence.label() : evidence.name();
  }
}
