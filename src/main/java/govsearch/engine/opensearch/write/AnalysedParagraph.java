package govsearch.engine.opensearch.write;

import govsearch.engine.lucene.analysis.CutText;
import govsearch.report.Paragraph;
import govsearch.text.Fingerprints;
import govsearch.text.FoldedText;
import govsearch.text.Thesaurus;
import java.util.List;

/**
 * A paragraph with what is found out of its text, once for all of its documents.
 *
 * @param cut the text's words
 * @param said where the text says which concepts
 */
record AnalysedParagraph(
    Paragraph paragraph,
    FoldedText literal,
    CutText cut,
    Fingerprints.Prints prints,
    List<Thesaurus.Match> said) {}
