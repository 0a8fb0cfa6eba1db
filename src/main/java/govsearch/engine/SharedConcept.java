package govsearch.engine;

import govsearch.text.Range;
import govsearch.text.Thesaurus;
import java.util.List;

/**
 * A concept that what was asked for and what was found both say.
 *
 * @param asked the wording of what was asked for
 * @param said the wording found
 * @param ranges where it stands, by the paragraph's text, ascending and disjoint; none where it
 *     stands in the headings above
 */
public record SharedConcept(
    String name, Thesaurus.Category category, String asked, String said, List<Range> ranges) {

  public SharedConcept {
    ranges = List.copyOf(ranges);
  }
}
