package govsearch.ingest.extract.worker;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A row of a table. It becomes one line, its cells set apart by a bar, unless it only lays out a
 * page: one cell alone, a table within a table, or as much text as no row has.
 */
final class TableRow {

  private static final String SEPARATOR = " | ";
  private static final int LONGEST = 3000;

  private final List<List<String>> cells = new ArrayList<>();
  private boolean nested;

  /** Begins a cell; its lines are to be added to what is given back. */
  List<String> cell() {
    List<String> lines = new ArrayList<>();
    cells.add(lines);
    return lines;
  }

  /** Says that a cell holds a table of its own, whose lines are among the cell's. */
  void holdsTable() {
    nested = true;
  }

  /** The row's lines. */
  List<String> lines() {
    List<List<String>> filled = cells.stream().filter(cell -> !cell.isEmpty()).toList();
    int length = filled.stream().flatMap(List::stream).mapToInt(String::length).sum();
    if (nested || filled.size() == 1 || length > LONGEST) {
      return filled.stream().flatMap(List::stream).toList();
    }
    List<String> texts = filled.stream().map(TableRow::joined).filter(s -> !s.isEmpty()).toList();
    return texts.isEmpty() ? List.of() : List.of(String.join(SEPARATOR, texts));
  }

  /** Lines of one cell. */
  private static String joined(List<String> lines) {
    StringBuilder text = new StringBuilder();
    for (String raw : lines) {
      String line =
          raw.lines()
              .map(String::strip)
              .filter(part -> !part.isEmpty())
              .collect(Collectors.joining(" "));
      if (!text.isEmpty() && !line.isEmpty()) {
        text.append(' ');
      }
      text.append(line);
    }
    return text.toString();
  }
}
