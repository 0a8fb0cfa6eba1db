package govsearch.ingest.extract.worker;

import govsearch.ingest.extract.RejectedFileException;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** Which of a docx's styles number, hide or list the contents (ECMA-376 part 1, 17.7). */
final class DocxStyles {

  /**
   * A reference to a list.
   *
   * @param id of the list, or null where only the level is given
   * @param level from 0, or -1 where none is given
   */
  record Numbered(@Nullable String id, int level) {
    static final Numbered NOT = new Numbered(null, -1);
  }

  /**
   * A style.
   *
   * @param hidden whether it hides its text; null where it does not say
   * @param contents whether it is for the lines of a table of contents
   */
  private record Style(
      @Nullable String basedOn, Numbered numbered, @Nullable Boolean hidden, boolean contents) {}

  private static final Pattern CONTENTS = Pattern.compile("toc [1-9]", Pattern.CASE_INSENSITIVE);

  private final Map<String, Style> styles = new HashMap<>();
  private final DocxLists lists;
  private String defaultStyle = "";

  private DocxStyles(DocxLists lists) {
    this.lists = lists;
  }

  static DocxStyles read(OoxmlParts parts) throws IOException, RejectedFileException {
    DocxStyles styles = new DocxStyles(DocxLists.read(parts));
    parts.read("word/styles.xml", styles::readStyles);
    return styles;
  }

  /** A list that the document defines; null if it does not. */
  ListNumbering.@Nullable ListOf list(String id) {
    return lists.of(id);
  }

  /** The list and level of a paragraph, by its own properties and its style's; null if none. */
  @Nullable Numbered resolve(@Nullable String style, Numbered own) {
    Numbered byStyle = byStyle(style == null ? defaultStyle : style);
    String id = own.id() != null ? own.id() : byStyle.id();
    if (id == null || id.equals("0")) { // 0 takes a style's number away
      return null;
    }
    int level = own.level() >= 0 ? own.level() : byStyle.level();
    return new Numbered(id, level < 0 ? lists.levelOf(id, String.valueOf(style)) : level);
  }

  /** Whether a style, or the one that it is based on, hides its text. */
  boolean isHidden(@Nullable String name) {
    Set<String> seen = new HashSet<>();
    String at = name == null ? defaultStyle : name;
    for (Style style = styles.get(at); style != null && seen.add(at); style = styles.get(at)) {
      if (style.hidden() != null) {
        return style.hidden();
      }
      at = String.valueOf(style.basedOn());
    }
    return false;
  }

  /** Whether a style is that of a table of contents. */
  boolean isOfContents(@Nullable String name) {
    Style style = name == null ? null : styles.get(name);
    return style != null && style.contents();
  }

  private Numbered byStyle(String name) {
    Set<String> seen = new HashSet<>();
    String id = null;
    int level = -1;
    for (Style style = styles.get(name); style != null && seen.add(name); ) {
      id = id == null ? style.numbered().id() : id;
      level = level < 0 ? style.numbered().level() : level;
      name = String.valueOf(style.basedOn());
      style = styles.get(name);
    }
    return new Numbered(id, level);
  }

  private void readStyles(WordXml xml) throws XMLStreamException, RejectedFileException {
    while (xml.next()) {
      if (xml.atStart() && xml.name().equals("style")) {
        readStyle(xml);
      }
    }
  }

  private void readStyle(WordXml xml) throws XMLStreamException, RejectedFileException {
    String id = String.valueOf(xml.attribute("styleId"));
    boolean ofParagraphs = "paragraph".equals(xml.attribute("type"));
    if (ofParagraphs && xml.attribute("default") != null && !"0".equals(xml.attribute("default"))) {
      defaultStyle = id;
    }
    String basedOn = null;
    Numbered numbered = Numbered.NOT;
    Boolean hidden = null;
    boolean contents = false;
    int outside = xml.depth() - 1;
    while (xml.next() && xml.depth() > outside) {
      if (!xml.atStart()) {
        continue;
      }
      switch (xml.name()) {
        case "name" -> contents = CONTENTS.matcher(String.valueOf(xml.attribute("val"))).matches();
        case "basedOn" -> basedOn = xml.attribute("val");
        case "numPr" -> numbered = numbered(xml);
        case "vanish" -> hidden = xml.isOn();
        default -> {
          // looks
        }
      }
    }
    styles.put(id, new Style(basedOn, numbered, hidden, contents));
  }

  /** Reads {@code numPr}. */
  static Numbered numbered(WordXml xml) throws XMLStreamException, RejectedFileException {
    String id = null;
    int level = -1;
    int outside = xml.depth() - 1;
    while (xml.next() && xml.depth() > outside) {
      if (xml.atStart() && xml.name().equals("numId")) {
        id = xml.attribute("val");
      } else if (xml.atStart() && xml.name().equals("ilvl")) {
        level = xml.number("val", 0);
      }
    }
    return new Numbered(id, level);
  }
}
