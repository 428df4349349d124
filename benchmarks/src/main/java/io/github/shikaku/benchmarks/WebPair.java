package io.github.shikaku.benchmarks;

import io.github.shikaku.Shikaku;
import io.github.shikaku.qualification.QualificationQuery;
import io.github.shikaku.qualification.QualificationRequestMessage;
import io.github.shikaku.wire.JsonWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;

/** Our client and a bare one at one simulator, asking the same. */
final class WebPair implements AutoCloseable {
  private final WebSimulatorProcess server;
  private final Shikaku shikaku;
  private final BareWebClient bare;
  private final QualificationQuery query = Samples.query("valid");
  private final byte[] question;

  WebPair(Path folder) throws Exception {
    server = WebSimulatorProcess.start(folder);
    bare = new BareWebClient(server, server.certificates().client("bare"));
    shikaku =
        Shikaku.builder()
            .institution(Samples.INSTITUTION)
            .exchange(server.exchange(server.certificates().client("own")).build())
            .withoutJournal()
            .build();
    question =
        JsonWriter.create()
            .write(
                query.toMessage(
                    Samples.INSTITUTION, "0".repeat(32), LocalDate.now(ZoneId.of("Asia/Tokyo"))),
                QualificationRequestMessage.layout());
  }

  /** As a caller does it that waits. */
  Object lookupAndWait() {
    return shikaku.qualifications().lookup(query);
  }

  Object bareAndWait() throws Exception {
    return bare.ask(question).get();
  }

  @Override
  public void close() throws IOException {
    shikaku.close();
    bare.close();
    server.close();
  }
}
