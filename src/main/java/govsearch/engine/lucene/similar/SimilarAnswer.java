package govsearch.engine.lucene.similar;

import govsearch.engine.SimilarHit;
import govsearch.engine.SimilarResult;
import govsearch.query.FacetField;
import govsearch.query.Filters;
import govsearch.query.SimilarRequest;
import govsearch.report.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoublePredicate;

/** What is answered of what was found, whichever engine found it. */
public final class SimilarAnswer {
  private SimilarAnswer() {}

  /**
   * A hit that was read.
   *
   * @param likeness how much it has of what was asked for
   */
  public record Read(SimilarHit hit, double likeness) {}

  /**
   * What is behind the last one that is clearly like it is weak; none where not even the best is.
   *
   * @param ofAnotherWorld of what likeness the best one has nothing to do with what was asked for
   */
  public static List<SimilarHit> claimed(List<Read> read, DoublePredicate ofAnotherWorld) {
    double best = read.stream().mapToDouble(Read::likeness).max().orElse(0);
    if (ofAnotherWorld.test(best)) {
      return List.of();
    }
    int clear = read.size();
    while (clear > 0 && read.get(clear - 1).likeness < Likeness.CLEAR) {
      clear--;
    }
    List<SimilarHit> hits = new ArrayList<>();
    for (int i = 0; i < read.size(); i++) {
      hits.add(i < clear ? read.get(i).hit : read.get(i).hit.asWeak());
    }
    return hits;
  }

  /** The concepts that what was asked for says, those of its text before those of its headings. */
  public static List<SimilarResult.Said> said(AskedText asked) {
    List<SimilarResult.Said> said = new ArrayList<>();
    asked
        .said()
        .forEach(
            (name, match) ->
                said.add(new SimilarResult.Said(name, match.wording(), match.ranges())));
    asked
        .headed()
        .forEach(
            (name, match) -> {
              if (!asked.said().containsKey(name)) {
                said.add(new SimilarResult.Said(name, match.wording(), List.of()));
              }
            });
    return said;
  }

  /** Whether problems are asked for, as nearly always; only these have documents of their own. */
  public static boolean isOfProblems(SimilarRequest request) {
    Filters.Selection sections = request.filters().on(FacetField.SECTION);
    return sections.isEmpty()
        || (sections.excluded().isEmpty()
            && sections.included().stream()
                .allMatch(name -> Section.of(name).filter(Section.PROBLEMS::equals).isPresent()));
  }
}
