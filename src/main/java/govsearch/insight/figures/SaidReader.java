package govsearch.insight.figures;

import govsearch.engine.Deadline;
import govsearch.report.Section;
import govsearch.text.FoldedText;
import govsearch.text.Literal;
import govsearch.text.Range;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the figures of paragraphs for one request, which may come upon a paragraph several times:
 * to count, to list and to compare. The longest are read once.
 */
final class SaidReader {

  /**
   * A paragraph has some hundred characters; what is shorter than this is read as quickly again.
   */
  private static final int LONG = 5_000;

  private static final int MOST_KEPT = 8;

  private record Read(String text, List<Range> phrases, Section section) {}

  private final Deadline deadline;
  private final Map<Read, Collection<Said>> longest = new LinkedHashMap<>();

  SaidReader(Deadline deadline) {
    this.deadline = deadline;
  }

  /**
   * The figures of a text.
   *
   * @param literal its literal form, where that is known
   */
  Collection<Said> of(
      String text, @Nullable FoldedText literal, List<Range> phrases, Section section) {
    if (text.length() < LONG) {
      return read(text, literal, phrases, section);
    }
    Read key = new Read(text, phrases, section);
    Collection<Said> known = longest.get(key);
    if (known == null) {
      known = List.copyOf(read(text, literal, phrases, section));
      if (longest.size() == MOST_KEPT) {
        longest.remove(longest.keySet().iterator().next());
      }
      longest.put(key, known);
    }
    return known;
  }

  private Collection<Said> read(
      String text, @Nullable FoldedText literal, List<Range> phrases, Section section) {
    FoldedText folded = literal == null ? Literal.of(text) : literal;
    return Said.of(text, folded, phrases, section, deadline::check);
  }
}
