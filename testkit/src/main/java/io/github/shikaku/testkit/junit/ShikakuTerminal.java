package io.github.shikaku.testkit.junit;

import io.github.shikaku.testkit.TerminalSimulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives every test a terminal of its own, on exchange folders of its own that are deleted
 * afterwards.
 *
 * <pre>{@code
 * @ExtendWith(ShikakuTerminal.class)
 * class ReceptionTest {
 *   @Test
 *   void lookup_validPerson_isAnswered(@ExchangeFolder Path exchange, TerminalSimulator terminal) {}
 * }
 * }</pre>
 *
 * <p>or, to set the simulator up, as a field:
 *
 * <pre>{@code
 * @RegisterExtension
 * final ShikakuTerminal terminal = ShikakuTerminal.with(s -> s.delay(AnswerDelay.realistic(1)));
 * }</pre>
 */
public final class ShikakuTerminal
    implements BeforeEachCallback, AfterEachCallback, ParameterResolver {
  private static final ExtensionContext.Namespace NAMESPACE =
      ExtensionContext.Namespace.create(ShikakuTerminal.class);

  private final Consumer<TerminalSimulator.Builder> setUp;
  private @Nullable TerminalSimulator current;

  /** A terminal that answers at once. */
  public ShikakuTerminal() {
    this(builder -> {});
  }

  private ShikakuTerminal(Consumer<TerminalSimulator.Builder> setUp) {
    this.setUp = setUp;
  }

  /** A terminal whose simulator is set up by {@code setUp}; its folders are made anyway. */
  public static ShikakuTerminal with(Consumer<TerminalSimulator.Builder> setUp) {
    return new ShikakuTerminal(setUp);
  }

  /**
   * The simulator of the running test, for a field. Tests that run in parallel on one instance take
   * it as a parameter instead.
   *
   * @throws IllegalStateException when no test is running
   */
  public TerminalSimulator simulator() {
    TerminalSimulator running = current;
    if (running == null) {
      throw new IllegalStateException("the terminal runs during a test only");
    }
    return running;
  }

  /** The exchange folder of the running test; see {@link #simulator()}. */
  public Path exchange() {
    return simulator().exchange();
  }

  @Override
  public void beforeEach(ExtensionContext context) throws IOException {
    Path root = Files.createTempDirectory("shikaku-exchange-");
    TerminalSimulator.Builder builder = TerminalSimulator.builder(root).createFolders();
    setUp.accept(builder);
    TerminalSimulator simulator = builder.start();
    current = simulator;
    context.getStore(NAMESPACE).put(this, simulator);
  }

  @Override
  public void afterEach(ExtensionContext context) throws IOException {
    TerminalSimulator simulator = context.getStore(NAMESPACE).remove(this, TerminalSimulator.class);
    current = null;
    if (simulator != null) {
      simulator.close();
      deleteAll(simulator.exchange());
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == TerminalSimulator.class
        || (type == Path.class && parameter.isAnnotated(ExchangeFolder.class));
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    TerminalSimulator simulator = context.getStore(NAMESPACE).get(this, TerminalSimulator.class);
    if (simulator == null) {
      throw new IllegalStateException("the terminal runs during a test only");
    }
    return parameter.getParameter().getType() == Path.class ? simulator.exchange() : simulator;
  }

  private static void deleteAll(Path root) {
    try {
      Files.walkFileTree(
          root,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
              Files.deleteIfExists(file);
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure)
                throws IOException {
              Files.deleteIfExists(directory);
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException("the folders of the test could not be deleted", e);
    }
  }
}
