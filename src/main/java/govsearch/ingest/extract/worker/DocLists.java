package govsearch.ingest.extract.worker;

import java.util.HashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import org.apache.poi.hwpf.model.ListData;
import org.apache.poi.hwpf.model.ListFormatOverrideLevel;
import org.apache.poi.hwpf.model.ListLevel;
import org.apache.poi.hwpf.model.ListTables;
import org.apache.poi.hwpf.usermodel.Paragraph;
import org.jspecify.annotations.Nullable;

/** The lists of a doc, as {@link ListNumbering} counts them. */
final class DocLists {

  /** MSONFC of [MS-OSHARED] 2.2.1.3, by its number; what is not here is decimal. */
  private static final Map<Integer, String> FORMATS =
      Map.ofEntries(
          Map.entry(1, "upperRoman"),
          Map.entry(2, "lowerRoman"),
          Map.entry(3, "upperLetter"),
          Map.entry(4, "lowerLetter"),
          Map.entry(10, "ideographDigital"),
          Map.entry(11, "japaneseCounting"),
          Map.entry(14, "decimalFullWidth"),
          Map.entry(16, "japaneseLegal"),
          Map.entry(17, "japaneseDigitalTenThousand"),
          Map.entry(18, "decimalEnclosedCircle"),
          Map.entry(19, "decimalFullWidth2"),
          Map.entry(22, "decimalZero"),
          Map.entry(23, "bullet"),
          Map.entry(26, "decimalEnclosedFullstop"),
          Map.entry(27, "decimalEnclosedParen"),
          Map.entry(28, "decimalEnclosedCircleChinese"),
          Map.entry(29, "ideographEnclosedCircle"),
          Map.entry(30, "ideographTraditional"),
          Map.entry(31, "ideographZodiac"),
          Map.entry(33, "taiwaneseCounting"),
          Map.entry(34, "ideographLegalTraditional"),
          Map.entry(35, "taiwaneseCountingThousand"),
          Map.entry(36, "taiwaneseDigital"),
          Map.entry(37, "chineseCounting"),
          Map.entry(38, "chineseLegalSimplified"),
          Map.entry(39, "chineseCountingThousand"),
          Map.entry(255, "none"));

  private final @Nullable ListTables tables;
  private final ListNumbering numbering = new ListNumbering();
  private final Map<Integer, ListNumbering.ListOf> lists = new HashMap<>();

  DocLists(@Nullable ListTables tables) {
    this.tables = tables;
  }

  /** The number before a paragraph; empty if it has none. */
  String number(Paragraph paragraph) {
    int list = paragraph.getIlfo();
    if (tables == null || list <= 0) {
      return "";
    }
    try {
      ListTables known = tables;
      ListNumbering.ListOf found = lists.computeIfAbsent(list, id -> list(known, id));
      return numbering.next(Integer.toString(list), found, paragraph.getIlvl());
    } catch (NoSuchElementException | ArrayIndexOutOfBoundsException e) {
      return ""; // a reference to a list that the file does not hold
    }
  }

  private static ListNumbering.ListOf list(ListTables tables, int id) {
    int definition = tables.getLfo(id).getLsid();
    ListData data = tables.getListData(definition);
    if (data == null) {
      throw new NoSuchElementException();
    }
    Map<Integer, ListNumbering.Level> levels = new HashMap<>();
    for (int i = 0; i < data.getLevels().length; i++) {
      levels.put(i, level(data.getLevels()[i]));
    }
    Map<Integer, Integer> anew = new HashMap<>();
    for (ListFormatOverrideLevel replaced : tables.getLfoData(id).getRgLfoLvl()) {
      if (replaced == null) {
        continue;
      }
      if (replaced.isFormatting() && replaced.getLevel() != null) {
        levels.put(replaced.getLevelNum(), level(replaced.getLevel()));
      }
      if (replaced.isStartAt()) {
        boolean whole = replaced.isFormatting() && replaced.getLevel() != null;
        anew.put(
            replaced.getLevelNum(),
            whole ? replaced.getLevel().getStartAt() : replaced.getIStartAt());
      }
    }
    return new ListNumbering.ListOf(
        Integer.toString(definition), ListNumbering.levels(levels), anew);
  }

  private static ListNumbering.Level level(ListLevel level) {
    StringBuilder text = new StringBuilder();
    String written = level.getNumberText() == null ? "" : level.getNumberText();
    for (int i = 0; i < written.length(); i++) { // a level's number stands as the level itself
      char c = written.charAt(i);
      text.append(c < ListNumbering.LEVELS ? "%" + (c + 1) : Character.toString(c));
    }
    return new ListNumbering.Level(
        level.getStartAt(),
        FORMATS.getOrDefault(level.getNumberFormat() & 0xFF, "decimal"),
        text.toString(),
        -1,
        level.isLegalNumbering());
  }
}
