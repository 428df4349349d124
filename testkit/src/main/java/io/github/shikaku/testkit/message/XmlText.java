package io.github.shikaku.testkit.message;

import io.github.shikaku.testkit.message.AnswerTree.Node;

/** XML behind a declaration, as answers lie in folders. */
public final class XmlText implements AnswerText {
  private static final int LEVELS_OF_ENTITIES = 12;

  @Override
  public byte[] write(AnswerTree answer, Damage damage, TextEncoding encoding) {
    StringBuilder out = new StringBuilder(4096);
    write(answer.root(), out);
    String xml = out.toString();
    return damage.to(
        encoding.document(
            switch (damage) {
              case BROKEN -> xml.replace("</ProcessingResultStatus>", "</ProcessingResultStatu>");
              case SWELLING -> bomb(xml);
              case NONE, CUT, SCRAMBLED -> xml;
            }));
  }

  private static void write(Node element, StringBuilder out) {
    out.append('<').append(element.name()).append('>');
    if (element.children().isEmpty()) {
      out.append(escaped(element.text()));
    }
    element.children().forEach(child -> write(child, out));
    out.append("</").append(element.name()).append('>');
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static String bomb(String xml) {
    StringBuilder entities = new StringBuilder("<!DOCTYPE XmlMsg [<!ENTITY a0 \"simsimsimsim\">");
    for (int i = 1; i <= LEVELS_OF_ENTITIES; i++) {
      entities.append("<!ENTITY a").append(i).append(" \"");
      entities.append(("&a" + (i - 1) + ";").repeat(10)).append("\">");
    }
    String bomb = "<Name>&a" + LEVELS_OF_ENTITIES + ";";
    return entities.append("]>").append(xml.replace("<Name>", bomb)).toString();
  }
}
