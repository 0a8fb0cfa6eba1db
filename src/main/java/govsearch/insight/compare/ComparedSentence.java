package govsearch.insight.compare;

import govsearch.report.Paragraph;
import govsearch.report.Report;
import govsearch.text.Fingerprints;
import govsearch.text.Literal;
import govsearch.text.Range;
import govsearch.text.Sentences;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A sentence of a report that is compared.
 *
 * @param at its range in the paragraph's text
 * @param key equal for sentences that say the same but for numbers, places and numbering: the
 *     fingerprint, or the literal text of one that is too short for having any
 */
record ComparedSentence(Paragraph paragraph, Range at, String literal, Object key) {

  /** All sentences of a report, headings and signatures included. */
  static List<ComparedSentence> of(Report report) {
    Fingerprints fingerprints = new Fingerprints(report.head().placeNames());
    List<ComparedSentence> all = new ArrayList<>();
    for (Paragraph paragraph : report.paragraphs()) {
      Map<Range, Long> prints = new HashMap<>();
      for (Fingerprints.Sentence sentence : fingerprints.sentences(paragraph.text())) {
        prints.put(sentence.at(), sentence.fingerprint());
      }
      for (Range at : Sentences.of(paragraph.text())) {
        String literal = Literal.literal(at.of(paragraph.text()));
        if (!literal.isEmpty()) {
          Long print = prints.get(at);
          all.add(new ComparedSentence(paragraph, at, literal, print == null ? literal : print));
        }
      }
    }
    return all;
  }
}
