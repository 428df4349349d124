package io.github.shikaku.testkit.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.shikaku.testkit.TestIdentity;
import io.github.shikaku.testkit.WebApiSimulator;
import java.io.IOException;
import java.net.Socket;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

class ShikakuWebApiTest {
  private static final Set<Integer> PORTS = new HashSet<>();

  @AfterAll
  static void portsAreClosed() {
    assertThat(PORTS)
        .isNotEmpty()
        .allSatisfy(
            port ->
                assertThatThrownBy(() -> new Socket("localhost", port).close())
                    .isInstanceOf(IOException.class));
  }

  @Nested
  @ExtendWith(ShikakuWebApi.class)
  class ByAnnotation {
    @Test
    void parameters_areTheWebApiOfThisTest(WebApiSimulator simulator, TestIdentity client) {
      PORTS.add(simulator.port());
      assertThat(simulator.uri().getPort()).isEqualTo(simulator.port());
      assertThat(client.certificate().getIssuerX500Principal())
          .isEqualTo(simulator.certificates().authority().getSubjectX500Principal());
    }
  }

  @Nested
  class ByField {
    @RegisterExtension
    final ShikakuWebApi web = ShikakuWebApi.with(WebApiSimulator.Builder::opaqueTokens);

    @Test
    void field_isTheWebApiOfThisTest(WebApiSimulator simulator) {
      PORTS.add(simulator.port());
      assertThat(web.simulator()).isSameAs(simulator);
      assertThat(web.uri()).isEqualTo(simulator.uri());
      assertThat(web.client().chain()).hasSize(1);
    }
  }

  @Test
  void simulator_outsideATest_isRefused() {
    assertThatThrownBy(() -> new ShikakuWebApi().simulator())
        .isInstanceOf(IllegalStateException.class);
  }
}
