package io.github.shikaku.testkit.junit;

import io.github.shikaku.testkit.TestCertificates;
import io.github.shikaku.testkit.TestIdentity;
import io.github.shikaku.testkit.WebApiSimulator;
import java.net.URI;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives every test a Web API of its own, and a client certificate that it accepts.
 *
 * <pre>{@code
 * @ExtendWith(ShikakuWebApi.class)
 * class ReceptionTest {
 *   @Test
 *   void lookup_validPerson_isAnswered(WebApiSimulator web, TestIdentity clinic) {
 *     // WebApiExchange.builder().loginAt(web.uri()).inquiriesAt(web.uri())
 *     //     .identity(ClientIdentity.keyStore(clinic.keyStore(password), password))
 *     //     .trustAnchor(web.certificates().authority()) ...
 *   }
 * }
 * }</pre>
 *
 * <p>or, to set the simulator up, as a field:
 *
 * <pre>{@code
 * @RegisterExtension
 * final ShikakuWebApi web = ShikakuWebApi.with(s -> s.tokenLifetime(Duration.ofSeconds(90)));
 * }</pre>
 */
public final class ShikakuWebApi
    implements BeforeEachCallback, AfterEachCallback, ParameterResolver {
  private static final ExtensionContext.Namespace NAMESPACE =
      ExtensionContext.Namespace.create(ShikakuWebApi.class);

  private final Consumer<WebApiSimulator.Builder> setUp;
  private final TestCertificates certificates = TestCertificates.generate();
  private final TestIdentity client = certificates.client("見本クリニック");
  private @Nullable WebApiSimulator current;

  /** A Web API that answers at once. */
  public ShikakuWebApi() {
    this(builder -> {});
  }

  private ShikakuWebApi(Consumer<WebApiSimulator.Builder> setUp) {
    this.setUp = setUp;
  }

  /** A Web API whose simulator is set up by {@code setUp}. */
  public static ShikakuWebApi with(Consumer<WebApiSimulator.Builder> setUp) {
    return new ShikakuWebApi(setUp);
  }

  /**
   * The simulator of the running test, for a field. Tests that run in parallel on one instance take
   * it as a parameter instead.
   *
   * @throws IllegalStateException when no test is running
   */
  public WebApiSimulator simulator() {
    return running(current);
  }

  /** Where the simulator of the running test answers; see {@link #simulator()}. */
  public URI uri() {
    return simulator().uri();
  }

  /** A client certificate that the simulator accepts. */
  public TestIdentity client() {
    return client;
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    WebApiSimulator.Builder builder = WebApiSimulator.builder().certificates(certificates);
    setUp.accept(builder);
    WebApiSimulator simulator = builder.start();
    current = simulator;
    context.getStore(NAMESPACE).put(this, simulator);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    WebApiSimulator simulator = context.getStore(NAMESPACE).remove(this, WebApiSimulator.class);
    current = null;
    if (simulator != null) {
      simulator.close();
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == WebApiSimulator.class || type == TestIdentity.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == TestIdentity.class
        ? client
        : running(context.getStore(NAMESPACE).get(this, WebApiSimulator.class));
  }

  private static WebApiSimulator running(@Nullable WebApiSimulator simulator) {
    if (simulator == null) {
      throw new IllegalStateException("the Web API runs during a test only");
    }
    return simulator;
  }
}
