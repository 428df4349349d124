package io.github.shikaku.wire;

import io.github.shikaku.wire.WireException.Kind;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads XML into messages. Child order is free, unknown elements are kept, a repeated single
 * element makes the document unusable; DTDs, entities, and documents that are too large or too deep
 * are refused. A reader is immutable and may be shared between threads.
 */
public final class XmlReader {
  /** 4 MiB: what the field's clients accept for a single answer. */
  private static final int DEFAULT_MAX_BYTES = 4 * 1024 * 1024;

  /** The deepest public layout has eight levels. */
  private static final int DEFAULT_MAX_DEPTH = 32;

  private final XMLInputFactory factory;
  private final int maxBytes;
  private final int maxDepth;

  private XmlReader(XMLInputFactory factory, int maxBytes, int maxDepth) {
    this.factory = factory;
    this.maxBytes = maxBytes;
    this.maxDepth = maxDepth;
  }

  /** A reader that takes documents of up to 4 MiB and 32 levels. */
  public static XmlReader create() {
    return new XmlReader(hardenedFactory(), DEFAULT_MAX_BYTES, DEFAULT_MAX_DEPTH);
  }

  /** The same reader with another limit in bytes. */
  public XmlReader withMaxBytes(int bytes) {
    return new XmlReader(factory, bytes, maxDepth);
  }

  /** The same reader with another limit of nested elements. */
  public XmlReader withMaxDepth(int depth) {
    return new XmlReader(factory, maxBytes, depth);
  }

  /**
   * Reads a document of the layout.
   *
   * @throws WireException when it cannot be used
   */
  public <T> Received<T> read(byte[] document, Layout<T> layout) {
    WireText.Decoded text = decode(document);
    XmlPull pull = open(text);
    try {
      T message = pull.document(layout);
      checkIdentifier(pull, text);
      return new Received<>(message, pull.unknown(), text.encoding);
    } finally {
      pull.close();
    }
  }

  /**
   * Reads any document into a tree.
   *
   * @throws WireException when it cannot be used
   */
  public Received<WireTree> readTree(byte[] document) {
    WireText.Decoded text = decode(document);
    XmlPull pull = open(text);
    try {
      WireTree tree = pull.tree();
      checkIdentifier(pull, text);
      return new Received<>(tree, pull.unknown(), text.encoding);
    } finally {
      pull.close();
    }
  }

  private WireText.Decoded decode(byte[] document) {
    if (document.length > maxBytes) {
      throw new WireException(Kind.FORBIDDEN, "more than " + maxBytes + " bytes");
    }
    return WireText.decodeChars(document);
  }

  private XmlPull open(WireText.Decoded text) {
    refuseDocumentType(text);
    CharSource source = new CharSource(text);
    XMLStreamReader reader;
    try {
      reader = factory.createXMLStreamReader(source);
    } catch (XMLStreamException e) {
      throw XmlPull.failure(e, source);
    }
    return new XmlPull(reader, source, maxDepth);
  }

  /**
   * Without DTD support the parser still reads through a DTD, and on a broken one it prints to the
   * console and throws what it never declared. So it does not get to see one.
   */
  private static void refuseDocumentType(WireText.Decoded text) {
    int at = 0;
    while (true) {
      while (at < text.length && Character.isWhitespace(text.chars[at])) {
        at++;
      }
      String end = text.startsWith("<?", at) ? "?>" : text.startsWith("<!--", at) ? "-->" : "";
      if (end.isEmpty()) {
        break;
      }
      at = text.indexAfter(end, at + 2);
    }
    if (text.startsWith("<!D", at)) {
      throw new WireException(Kind.FORBIDDEN, "document type declaration");
    }
  }

  /**
   * The answer itself says which encoding it is in. Where that contradicts what we decoded with,
   * and it makes a difference, a name may have been read wrongly without a single bad byte.
   */
  private static void checkIdentifier(XmlPull pull, WireText.Decoded text) {
    String identifier = pull.characterCodeIdentifier();
    for (WireEncoding other : WireEncoding.values()) {
      if (other != text.encoding && other.identifier().equals(identifier) && !text.isAscii()) {
        throw new WireException(Kind.ENCODING, XmlPull.CHARACTER_CODE_IDENTIFIER);
      }
    }
  }

  /** The parser of the JDK whatever else lies on the class path, with everything external off. */
  private static XMLInputFactory hardenedFactory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    factory.setXMLResolver(
        (publicId, systemId, baseUri, namespace) -> {
          throw new XMLStreamException("external references are not resolved");
        });
    return factory;
  }
}
