package govsearch.engine.lucene.similar;

import govsearch.engine.SharedConcept;
import govsearch.engine.SimilarHit;
import govsearch.engine.lucene.analysis.CutText;
import govsearch.engine.lucene.analysis.WordCutter;
import govsearch.report.Paragraph;
import govsearch.report.Statement;
import govsearch.text.Range;
import govsearch.text.Thesaurus;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a statement has in common with what was asked for, whichever engine found it. */
public final class SharedEvidence {

  private final WordCutter cutter;
  private final Thesaurus thesaurus;
  private final Map<String, String> wordings;
  private final Set<String> words;

  /**
   * With what was asked for.
   *
   * @param words of it, those that tell most first
   */
  public SharedEvidence(
      WordCutter cutter, Thesaurus thesaurus, AskedText asked, List<String> words) {
    this.cutter = cutter;
    this.thesaurus = thesaurus;
    this.wordings = asked.wordings();
    this.words = new LinkedHashSet<>(words);
  }

  /** That of a paragraph's statements which shares most words with what was asked for. */
  public Statement nearest(Paragraph paragraph) {
    List<Statement> all = Statement.of(paragraph);
    CutText cut = cutter.cut(paragraph.text());
    return all.stream()
        .max(
            Comparator.comparingLong(
                one -> cut.within(one.at()).stream().filter(words::contains).distinct().count()))
        .orElse(new Statement(paragraph, 1, new Range(0, paragraph.text().length())));
  }

  /** The words that both have, with where they stand in its paragraph. */
  public List<SimilarHit.Term> terms(Statement statement) {
    Map<String, List<Range>> ranges = new LinkedHashMap<>();
    words.forEach(word -> ranges.put(word, new ArrayList<>()));
    CutText cut = cutter.cut(statement.paragraph().text());
    for (int i = 0; i < cut.count(); i++) {
      List<Range> known = ranges.get(cut.word(i));
      Range at = cut.source(i);
      if (known != null
          && at.start() >= statement.at().start()
          && at.end() <= statement.at().end()) {
        known.add(at);
      }
    }
    List<SimilarHit.Term> terms = new ArrayList<>();
    ranges.forEach(
        (word, at) -> {
          if (!at.isEmpty()) {
            terms.add(new SimilarHit.Term(word, at));
          }
        });
    return terms;
  }

  /** The concepts that both say, or its headings do. */
  public List<SharedConcept> concepts(Statement statement) {
    Map<String, SharedConcept> shared = new LinkedHashMap<>();
    for (Thesaurus.Match match : thesaurus.matches(statement.text())) {
      add(
          match,
          match.ranges().stream().map(r -> r.shifted(statement.at().start())).toList(),
          shared);
    }
    for (String heading : statement.headings()) {
      thesaurus.matches(heading).forEach(match -> add(match, List.of(), shared));
    }
    return List.copyOf(shared.values());
  }

  private void add(Thesaurus.Match match, List<Range> ranges, Map<String, SharedConcept> shared) {
    String name = match.concept().name();
    String asked = wordings.get(name);
    if (asked != null) {
      shared.putIfAbsent(
          name,
          new SharedConcept(name, match.concept().category(), asked, match.wording(), ranges));
    }
  }
}
