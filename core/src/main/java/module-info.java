/**
 * The heart of the SDK: values, layouts, the exchanges and the operations that travel over them.
 */
module io.github.shikaku.core {
  requires transitive org.jspecify;
  requires com.fasterxml.jackson.databind;
  requires jakarta.xml.bind;
  requires java.xml;
  requires org.slf4j;
  requires static micrometer.core;
  requires static org.apache.httpcomponents.client5.httpclient5;
  requires static org.apache.httpcomponents.core5.httpcore5;
  requires static org.apache.httpcomponents.core5.httpcore5.h2;
  requires static org.bouncycastle.pkix;
  requires static org.bouncycastle.provider;

  exports io.github.shikaku;
  exports io.github.shikaku.audit;
  exports io.github.shikaku.error;
  exports io.github.shikaku.exchange;
  exports io.github.shikaku.exchange.web;
  exports io.github.shikaku.listen;
  exports io.github.shikaku.model;
  exports io.github.shikaku.operation;
  exports io.github.shikaku.qualification;
  exports io.github.shikaku.wire;
}
