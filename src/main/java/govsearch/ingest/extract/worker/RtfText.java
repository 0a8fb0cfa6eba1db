package govsearch.ingest.extract.worker;

import govsearch.ingest.extract.RejectedFileException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The paragraphs and rows of an rtf, as its control words make them. */
final class RtfText {

  private final Output out;
  private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
  private Charset pendingCharset = StandardCharsets.US_ASCII;

  private StringBuilder text = new StringBuilder();
  private final Deque<StringBuilder> around = new ArrayDeque<>();

  /** Footnotes and text boxes of the paragraph that is being read. */
  private final List<String> behind = new ArrayList<>();

  private int listTextFrom = -1;
  private boolean inTable;
  private @Nullable TableRow row;
  private List<String> cell = new ArrayList<>();

  RtfText(Output out) {
    this.out = out;
  }

  void addByte(int value, Charset charset) {
    if (!charset.equals(pendingCharset)) {
      decodePending();
      pendingCharset = charset;
    }
    pending.write(value);
  }

  /** Bytes are decoded together, for a character may have several. */
  void decodePending() {
    if (pending.size() > 0) {
      text.append(pending.toString(pendingCharset));
      pending.reset();
    }
  }

  void add(String said) {
    decodePending();
    text.append(said);
  }

  void beginListText() {
    listTextFrom = text.length();
  }

  /** A list's number as it stands before the text; the sign of a bullet is not read. */
  void endListText() {
    if (listTextFrom < 0 || listTextFrom > text.length()) {
      return;
    }
    String number = text.substring(listTextFrom).strip();
    text.setLength(listTextFrom);
    listTextFrom = -1;
    if (number.codePoints().anyMatch(Character::isLetterOrDigit)) {
      boolean space = Character.isLetterOrDigit(number.charAt(number.length() - 1));
      text.append(number).append(space ? " " : "");
    }
  }

  /** Begins a footnote or text box. */
  void beginApart() {
    decodePending();
    around.push(text);
    text = new StringBuilder();
  }

  void endApart() {
    if (!around.isEmpty()) {
      behind.add(text.toString());
      text = around.pop();
    }
  }

  void inTable(boolean now) {
    if (around.isEmpty()) {
      inTable = now;
    }
  }

  void paragraph() throws RejectedFileException {
    decodePending();
    if (!around.isEmpty()) {
      text.append('\n');
      return;
    }
    if (!inTable) {
      row();
    }
    for (String line : taken()) {
      if (inTable) {
        cell.add(line);
      } else {
        out.line(line);
      }
    }
  }

  void cell() {
    decodePending();
    cell.addAll(taken());
    openRow().cell().addAll(cell);
    cell = new ArrayList<>();
  }

  void nestedCell() {
    decodePending();
    openRow().holdsTable();
    cell.addAll(taken());
  }

  void row() throws RejectedFileException {
    if (row != null || !cell.isEmpty()) {
      openRow().cell().addAll(cell);
      cell = new ArrayList<>();
      for (String line : openRow().lines()) {
        out.line(line);
      }
      row = null;
    }
  }

  private TableRow openRow() {
    if (row == null) {
      row = new TableRow();
    }
    return row;
  }

  void end() throws RejectedFileException {
    inTable = false;
    while (!around.isEmpty()) {
      decodePending();
      endApart();
    }
    paragraph();
  }

  private List<String> taken() {
    List<String> lines = new ArrayList<>();
    if (!text.toString().isBlank()) {
      lines.add(text.toString());
    }
    lines.addAll(behind);
    text = new StringBuilder();
    behind.clear();
    return lines;
  }
}
