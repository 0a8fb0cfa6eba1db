package govsearch.http;

import govsearch.engine.SharedConcept;
import govsearch.text.Range;
import java.util.List;

/**
 * A concept that what was asked for and what was found both have, with the wording of each.
 *
 * @param category in Chinese
 */
public record ConceptView(
    String name, String category, String asked, String said, List<Range> ranges) {

  static ConceptView of(SharedConcept concept) {
    return new ConceptView(
        concept.name(),
        concept.category().label(),
        concept.asked(),
        concept.said(),
        concept.ranges());
  }
}
