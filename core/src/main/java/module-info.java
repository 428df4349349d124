/**
 * The heart of the SDK: values, layouts, the exchanges and the operations that travel over them.
 */
module io.github.shikaku.core {
  requires transitive org.jspecify;
  requires com.fasterxml.jackson.databind;
  requires jakarta.xml.bind;
  requires java.xml;
  requires org.slf4j;

  exports io.github.shikaku;
  exports io.github.shikaku.audit;
  exports io.github.shikaku.error;
  exports io.github.shikaku.exchange;
  exports io.github.shikaku.model;
  exports io.github.shikaku.operation;
  exports io.github.shikaku.qualification;
  exports io.github.shikaku.wire;
}
