package govsearch.ingest.extract.worker;

import govsearch.ingest.extract.RejectedFileException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.apache.poi.hwpf.usermodel.CharacterRun;
import org.apache.poi.hwpf.usermodel.Paragraph;
import org.apache.poi.hwpf.usermodel.Range;

/**
 * Reads the paragraphs and tables of a doc. What a revision deleted, field codes and hidden text
 * are not read. Special characters are those of [MS-DOC] 2.8.
 */
final class DocText {

  private static final char NOTE = 0x02;
  private static final char CELL_END = 0x07;
  private static final char LINE_BREAK = 0x0B;
  private static final char PARAGRAPH_END = 0x0D;
  private static final char FIELD_BEGIN = 0x13;
  private static final char FIELD_RESULT = 0x14;
  private static final char FIELD_END = 0x15;
  private static final char HARD_HYPHEN = 0x1E;

  private final DocLists lists;
  private final Map<Integer, List<String>> notes;
  private final LineSink lines;

  private final StringBuilder text = new StringBuilder();
  private final List<String> behind = new ArrayList<>();

  /** The row that is being read, and its cell. */
  private TableRow row = new TableRow();

  private List<String> cell = new ArrayList<>();

  /** The fields that are open, innermost first: whether their code is being read. */
  private final Deque<Boolean> fields = new ArrayDeque<>();

  DocText(DocLists lists, Map<Integer, List<String>> notes, LineSink lines) {
    this.lists = lists;
    this.notes = notes;
    this.lines = lines;
  }

  void read(Range range) throws RejectedFileException {
    for (int i = 0; i < range.numParagraphs(); i++) {
      Paragraph paragraph = range.getParagraph(i);
      if (paragraph.isInTable()) {
        readInTable(paragraph);
      } else {
        endRow();
        if (readText(paragraph)) {
          flush(lines);
        }
      }
    }
    flush(lines);
    endRow();
  }

  private void readInTable(Paragraph paragraph) throws RejectedFileException {
    if (paragraph.isTableRowEnd() && paragraph.getTableLevel() <= 1) {
      endRow();
      return;
    }
    boolean cellEnds = paragraph.text().indexOf(CELL_END) >= 0;
    if (readText(paragraph) || cellEnds) {
      flush(cell::add);
    }
    if (paragraph.getTableLevel() > 1) {
      row.holdsTable();
    } else if (cellEnds) {
      row.cell().addAll(cell);
      cell = new ArrayList<>();
    }
  }

  private void endRow() throws RejectedFileException {
    row.cell().addAll(cell);
    List<String> made = row.lines();
    row = new TableRow();
    cell = new ArrayList<>();
    for (String line : made) {
      lines.add(line);
    }
  }

  private void flush(LineSink to) throws RejectedFileException {
    if (!text.toString().isBlank()) {
      to.add(text.toString());
    }
    text.setLength(0);
    for (String line : behind) {
      to.add(line);
    }
    behind.clear();
  }

  /**
   * Adds a paragraph's text.
   *
   * @return whether the paragraph ends: the mark of its end may have been deleted
   */
  private boolean readText(Paragraph paragraph) {
    int start = text.length();
    boolean ends = true;
    for (int i = 0; i < paragraph.numCharacterRuns(); i++) {
      CharacterRun run = paragraph.getCharacterRun(i);
      String written = run.text();
      if (run.isMarkedDeleted()) {
        ends = written.indexOf(PARAGRAPH_END) < 0;
      } else {
        readRun(run, written, run.isVanished());
      }
    }
    if (ends) {
      String number = lists.number(paragraph);
      if (text.length() > start) {
        text.insert(start, number);
      }
    }
    return ends;
  }

  private void readRun(CharacterRun run, String written, boolean hidden) {
    for (int i = 0; i < written.length(); i++) {
      char c = written.charAt(i);
      switch (c) {
        case FIELD_BEGIN -> fields.push(true);
        case FIELD_RESULT -> {
          if (!fields.isEmpty()) {
            fields.pop();
            fields.push(false);
          }
        }
        case FIELD_END -> fields.poll();
        case NOTE -> behind.addAll(notes.getOrDefault(run.getStartOffset() + i, List.of()));
        default -> {
          if (!hidden && !fields.contains(true)) {
            append(c);
          }
        }
      }
    }
  }

  private void append(char c) {
    switch (c) {
      case LINE_BREAK -> text.append('\n');
      case HARD_HYPHEN -> text.append('-');
      case '\t' -> text.append('\t');
      default -> {
        if (c >= ' ') {
          text.append(c);
        }
      }
    }
  }
}
