package io.github.shikaku.benchmarks;

import io.github.shikaku.model.Basis;
import io.github.shikaku.qualification.QualificationAnswer;
import io.github.shikaku.qualification.QualificationResultMessage;
import io.github.shikaku.wire.Layout;
import io.github.shikaku.wire.XmlReader;
import java.io.CharArrayReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * Reads one answer over and over, once with the SDK and once with the bare parser of the JDK. The
 * report takes the ratio of the two; {@code jmh} shows either of them in detail.
 */
@State(Scope.Benchmark)
public class AnswerParsing {
  /** The file with the answer. */
  @Param("")
  public String file = "";

  /** The encoding in which it stands. */
  @Param("UTF-8")
  public String encoding = "UTF-8";

  private final XmlReader reader = XmlReader.create();
  private final Layout<QualificationResultMessage> layout = QualificationResultMessage.layout();
  private final XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
  private Charset charset = Charset.defaultCharset();
  private byte[] answer = {};

  /** Reads the file. */
  @Setup
  public void read() throws IOException {
    charset = Charset.forName(encoding);
    answer = Files.readAllBytes(Path.of(file));
  }

  /** As a lookup does it. */
  @Benchmark
  public QualificationAnswer sdk() {
    return QualificationAnswer.of(Basis.KNOWN_NUMBER, reader.read(answer, layout));
  }

  /**
   * Every element name and every text, and nothing made of them. Decoded before the parser sees it:
   * told windows-31j by its Japanese name, the parser would read some characters wrongly.
   */
  @Benchmark
  public int bare() throws CharacterCodingException, XMLStreamException {
    CharBuffer text = charset.newDecoder().decode(ByteBuffer.wrap(answer));
    XMLStreamReader xml =
        factory.createXMLStreamReader(new CharArrayReader(text.array(), 0, text.limit()));
    int length = 0;
    while (xml.hasNext()) {
      switch (xml.next()) {
        case XMLStreamReader.START_ELEMENT -> length += xml.getLocalName().length();
        case XMLStreamReader.CHARACTERS -> length += xml.getText().length();
        default -> length++;
      }
    }
    xml.close();
    return length;
  }
}
