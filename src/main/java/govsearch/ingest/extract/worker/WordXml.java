package govsearch.ingest.extract.worker;

import govsearch.ingest.extract.RejectedFileException;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** A cursor over WordprocessingML: names without prefixes, whole elements passed over. */
final class WordXml {

  /** Transitional and strict. */
  private static final Set<String> WORD =
      Set.of(
          "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
          "http://purl.oclc.org/ooxml/wordprocessingml/main");

  private static final int DEEPEST = 200;

  private final XMLStreamReader xml;
  private int depth;

  WordXml(XMLStreamReader xml) {
    this.xml = xml;
  }

  /** Moves to the next start or end of an element, or text; false at the document's end. */
  boolean next() throws XMLStreamException, RejectedFileException {
    while (xml.hasNext()) {
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          if (++depth > DEEPEST) {
            throw new RejectedFileException("嵌套超过 " + DEEPEST + " 层，无法读取（可能是损坏或恶意的文件）");
          }
          return true;
        }
        case XMLStreamConstants.END_ELEMENT -> {
          depth--;
          return true;
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
          return true;
        }
        case XMLStreamConstants.DTD ->
            throw new RejectedFileException("文件里有 DTD 定义，可能是 XML 实体攻击，已拒绝读取");
        default -> {
          // comments and instructions say nothing
        }
      }
    }
    return false;
  }

  /** How many elements are open, one that has just ended not counted. */
  int depth() {
    return depth;
  }

  boolean atStart() {
    return xml.getEventType() == XMLStreamConstants.START_ELEMENT;
  }

  boolean atEnd() {
    return xml.getEventType() == XMLStreamConstants.END_ELEMENT;
  }

  boolean atText() {
    return xml.isCharacters();
  }

  String text() {
    return xml.getText();
  }

  /** The element's name without prefix; with a colon before it if it is not Word's own. */
  String name() {
    String name = xml.getLocalName();
    return WORD.contains(String.valueOf(xml.getNamespaceURI())) ? name : ":" + name;
  }

  /** An attribute by its name without prefix, or null. */
  @Nullable String attribute(String name) {
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      if (xml.getAttributeLocalName(i).equals(name)) {
        return xml.getAttributeValue(i);
      }
    }
    return null;
  }

  /** A number in an attribute, or a default where there is none. */
  int number(String attribute, int otherwise) {
    String value = attribute(attribute);
    try {
      return value == null ? otherwise : Integer.parseInt(value.strip());
    } catch (NumberFormatException e) {
      return otherwise;
    }
  }

  /** Whether a property such as {@code <w:vanish/>} is on. */
  boolean isOn() {
    String value = attribute("val");
    return value == null || !Set.of("0", "false", "off", "none").contains(value);
  }

  /** Moves to the end of the element that has just begun. */
  void skip() throws XMLStreamException, RejectedFileException {
    int outside = depth - 1;
    while (depth > outside && next()) {
      // nothing in it counts
    }
  }
}
