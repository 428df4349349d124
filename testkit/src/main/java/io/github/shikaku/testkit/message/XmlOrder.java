package io.github.shikaku.testkit.message;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Rewrites an answer with the children of every element in another order, as real ones come. */
public final class XmlOrder {
  private XmlOrder() {}

  /** The same document, shuffled at every level. */
  public static String shuffled(String xml, Random random) {
    try {
      var document =
          DocumentBuilderFactory.newDefaultInstance()
              .newDocumentBuilder()
              .parse(new InputSource(new StringReader(xml)));
      StringBuilder out = new StringBuilder(xml.length() + 64);
      write(document.getDocumentElement(), random, out);
      return out.toString();
    } catch (ParserConfigurationException | SAXException | IOException e) {
      throw new IllegalStateException("an answer of our own cannot be parsed", e);
    }
  }

  private static void write(Node element, Random random, StringBuilder out) {
    List<Node> children = new ArrayList<>();
    for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child.getNodeType() == Node.ELEMENT_NODE) {
        children.add(child);
      }
    }
    out.append('<').append(element.getNodeName()).append('>');
    if (children.isEmpty()) {
      out.append(escaped(element.getTextContent()));
    }
    Collections.shuffle(children, random);
    children.forEach(child -> write(child, random, out));
    out.append("</").append(element.getNodeName()).append('>');
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
