package govsearch.engine.lucene.document;

import govsearch.engine.lucene.analysis.ClauseCutter;
import govsearch.engine.lucene.analysis.CutText;
import govsearch.report.Paragraph;
import govsearch.text.Fingerprints;
import govsearch.text.FoldedText;
import govsearch.text.Literal;
import govsearch.text.Thesaurus;
import java.util.List;

/**
 * A paragraph with all that its documents are made of: its text is folded, cut into sentences and
 * words, and searched for concepts here, once.
 *
 * @param literal the text's literal form
 * @param cut the text's words
 * @param said where the text says which concepts
 */
record AnalysedParagraph(
    Paragraph paragraph,
    FoldedText literal,
    CutText cut,
    Fingerprints.Prints prints,
    List<Thesaurus.Match> said) {

  static AnalysedParagraph of(
      Paragraph paragraph, Fingerprints fingerprints, ClauseCutter cutter, Thesaurus thesaurus) {
    FoldedText literal = Literal.of(paragraph.text());
    return new AnalysedParagraph(
        paragraph,
        literal,
        cutter.cut(literal, paragraph.text()),
        fingerprints.of(paragraph.text(), literal),
        thesaurus.matches(literal));
  }
}
