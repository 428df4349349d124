package io.github.shikaku.exchange.web;

import io.github.shikaku.Shikaku;
import io.github.shikaku.exchange.Journal;
import io.github.shikaku.exchange.ShikakuRuntime;
import io.github.shikaku.model.MedicalInstitutionCode;
import io.github.shikaku.qualification.QualificationQuery;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;

/** Clients of one runtime. */
final class Clients implements AutoCloseable {
  static final MedicalInstitutionCode INSTITUTION = MedicalInstitutionCode.of("1319999991");

  private final ShikakuRuntime runtime;

  Clients() {
    this(Clock.systemUTC());
  }

  Clients(Clock clock) {
    runtime = ShikakuRuntime.builder().clock(clock).build();
  }

  ShikakuRuntime runtime() {
    return runtime;
  }

  Shikaku client(WebApiExchange exchange) {
    return builder(exchange).runtime(runtime).build();
  }

  static Shikaku alone(WebApiExchange exchange) {
    return builder(exchange).build();
  }

  static Shikaku.Builder builder(WebApiExchange exchange) {
    return Shikaku.builder()
        .institution(INSTITUTION)
        .exchange(exchange)
        .timeout(Duration.ofSeconds(60))
        .journal(Journal.none());
  }

  static WebApiExchange.Builder exchange(TestServer server, Certificates authority) {
    return WebApiExchange.builder()
        .loginAt(server.address())
        .inquiriesAt(server.address())
        .identity(authority.client("own").identity())
        .credentials(() -> WebAccount.of("user", "password".toCharArray()))
        .trustAnchor(authority.root());
  }

  static QualificationQuery query() {
    return QualificationQuery.builder()
        .insurerNumber("06139992")
        .symbol("1234")
        .number("5678910")
        .branch("01")
        .birthdate(LocalDate.of(1970, 1, 1))
        .build();
  }

  @Override
  public void close() {
    runtime.close();
  }
}
