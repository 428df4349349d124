package io.github.shikaku.examples;

import io.github.shikaku.Shikaku;
import io.github.shikaku.error.ShikakuException;
import io.github.shikaku.exchange.web.ClientIdentity;
import io.github.shikaku.exchange.web.WebAccount;
import io.github.shikaku.exchange.web.WebApiExchange;
import io.github.shikaku.model.MedicalInstitutionCode;
import io.github.shikaku.qualification.QualificationAnswer;
import io.github.shikaku.qualification.QualificationQuery;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.LocalDate;
import java.util.Locale;

/** Looks one person up over the Web API that {@code shikaku simulator --web} plays. */
public final class WebLookupExample {
  private WebLookupExample() {}

  /** Its arguments are the address of the simulator and the folder of its certificates. */
  public static void main(String[] args) throws Exception {
    URI address = URI.create(args[0]);
    Path folder = Path.of(args[1]);
    WebApiExchange way =
        WebApiExchange.builder()
            .loginAt(address)
            .inquiriesAt(address)
            .identity(ClientIdentity.pkcs12(folder.resolve("client.p12"), "shikaku".toCharArray()))
            .credentials(() -> WebAccount.of("shikaku", "shikaku-simulator".toCharArray()))
            .trustAnchor(authority(folder.resolve("ca.pem")))
            .build();
    QualificationQuery query =
        QualificationQuery.builder()
            .insurerNumber("06139992")
            .symbol("1234")
            .number("5678910")
            .branch("01")
            .birthdate(LocalDate.of(1970, 1, 1))
            .build();
    MedicalInstitutionCode who = MedicalInstitutionCode.of("1319999991");
    try (Shikaku shikaku = Shikaku.builder().institution(who).exchange(way).build()) {
      QualificationAnswer answer = shikaku.qualifications().lookup(query);
      System.out.println("資格: " + answer.validity() + " 根拠: " + answer.basis().label());
    } catch (ShikakuException e) {
      System.err.println(e.userMessage(Locale.JAPANESE) + " [" + e.remedy() + "]");
    }
  }

  private static X509Certificate authority(Path file) throws Exception {
    try (InputStream in = Files.newInputStream(file)) {
      return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
    }
  }
}
