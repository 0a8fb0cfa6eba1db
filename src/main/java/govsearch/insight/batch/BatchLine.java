package govsearch.insight.batch;

import java.util.ArrayList;
import java.util.List;

/**
 * A phrase of a batch.
 *
 * @param number of its line, from 1; blank lines count
 * @param text without white space around it; not empty
 */
public record BatchLine(int number, String text) {

  /** The phrases of a text with one on each line; blank lines are passed over. */
  public static List<BatchLine> of(String text) {
    return of(text.lines().toList());
  }

  /** The phrases of a list; blank ones are passed over. */
  public static List<BatchLine> of(List<String> texts) {
    List<BatchLine> lines = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      String text = texts.get(i).strip();
      if (!text.isEmpty()) {
        lines.add(new BatchLine(i + 1, text));
      }
    }
    return lines;
  }
}
