package govsearch.ingest.extract.worker;

import govsearch.ingest.extract.RejectedFileException;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** The lists that a docx defines, and how they number (ECMA-376 part 1, 17.9). */
final class DocxLists {

  private final Map<String, Map<Integer, ListNumbering.Level>> definitions = new HashMap<>();
  private final Map<String, String> styleLinks = new HashMap<>();
  private final Map<String, String> linkedStyles = new HashMap<>();
  private final Map<String, Map<String, Integer>> levelOfStyle = new HashMap<>();
  private final Map<String, ListNumbering.ListOf> lists = new HashMap<>();

  static DocxLists read(OoxmlParts parts) throws IOException, RejectedFileException {
    DocxLists lists = new DocxLists();
    parts.read("word/numbering.xml", lists::readNumbering);
    return lists;
  }

  /** A list by its id; null if there is none. */
  ListNumbering.@Nullable ListOf of(String id) {
    return lists.get(id);
  }

  /** The level of a list that a style is linked to; 0 if none is. */
  int levelOf(String id, String style) {
    ListNumbering.ListOf list = lists.get(id);
    Map<String, Integer> byName = list == null ? null : levelOfStyle.get(list.definition());
    return byName == null ? 0 : byName.getOrDefault(style, 0);
  }

  private void readNumbering(WordXml xml) throws XMLStreamException, RejectedFileException {
    while (xml.next()) {
      if (xml.atStart() && xml.name().equals("abstractNum")) {
        readDefinition(xml);
      } else if (xml.atStart() && xml.name().equals("num")) {
        readList(xml);
      }
    }
  }

  private void readDefinition(WordXml xml) throws XMLStreamException, RejectedFileException {
    String id = String.valueOf(xml.attribute("abstractNumId"));
    Map<Integer, ListNumbering.Level> levels = new HashMap<>();
    int outside = xml.depth() - 1;
    while (xml.next() && xml.depth() > outside) {
      if (!xml.atStart()) {
        continue;
      }
      switch (xml.name()) {
        case "lvl" -> {
          int index = xml.number("ilvl", 0);
          levels.put(index, readLevel(xml, id, index));
        }
        case "numStyleLink" -> linkedStyles.put(id, String.valueOf(xml.attribute("val")));
        case "styleLink" -> styleLinks.put(String.valueOf(xml.attribute("val")), id);
        default -> {
          // names and identifiers
        }
      }
    }
    definitions.put(id, levels);
  }

  private ListNumbering.Level readLevel(WordXml xml, String definition, int index)
      throws XMLStreamException, RejectedFileException {
    int start = 1;
    String format = "decimal";
    String text = "";
    int restart = -1;
    boolean legal = false;
    int outside = xml.depth() - 1;
    while (xml.next() && xml.depth() > outside) {
      if (!xml.atStart()) {
        continue;
      }
      String value = xml.attribute("val");
      switch (xml.name()) {
        case "start" -> start = xml.number("val", 1);
        case "numFmt" -> format = value == null ? format : value;
        case "lvlText" -> text = value == null ? "" : value;
        case "lvlRestart" -> restart = xml.number("val", -1);
        case "isLgl" -> legal = xml.isOn();
        case "pStyle" ->
            levelOfStyle
                .computeIfAbsent(definition, d -> new HashMap<>())
                .put(String.valueOf(value), index);
        default -> {
          // looks
        }
      }
    }
    return new ListNumbering.Level(start, format, text, restart, legal);
  }

  private void readList(WordXml xml) throws XMLStreamException, RejectedFileException {
    String id = String.valueOf(xml.attribute("numId"));
    String definition = "";
    Map<Integer, Integer> anew = new HashMap<>();
    Map<Integer, ListNumbering.Level> replaced = new HashMap<>();
    int level = 0;
    int outside = xml.depth() - 1;
    while (xml.next() && xml.depth() > outside) {
      if (!xml.atStart()) {
        continue;
      }
      switch (xml.name()) {
        case "abstractNumId" -> definition = String.valueOf(xml.attribute("val"));
        case "lvlOverride" -> level = xml.number("ilvl", 0);
        case "startOverride" -> anew.put(level, xml.number("val", 1));
        case "lvl" -> {
          level = xml.number("ilvl", level);
          replaced.put(level, readLevel(xml, definition, level));
        }
        default -> {
          // nothing else there
        }
      }
    }
    String own = definition;
    String linked = styleLinks.get(linkedStyles.getOrDefault(own, ""));
    String levelsFrom = linked == null ? own : linked;
    Map<Integer, ListNumbering.Level> levels =
        new HashMap<>(definitions.getOrDefault(levelsFrom, Map.of()));
    levels.putAll(replaced);
    lists.put(id, new ListNumbering.ListOf(levelsFrom, ListNumbering.levels(levels), anew));
  }
}
