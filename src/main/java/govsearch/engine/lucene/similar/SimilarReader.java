package govsearch.engine.lucene.similar;

import govsearch.engine.SharedConcept;
import govsearch.engine.SimilarHit;
import govsearch.engine.lucene.analysis.WordCutter;
import govsearch.engine.lucene.document.StatementDocuments;
import govsearch.engine.lucene.document.StoredJson;
import govsearch.engine.lucene.document.StoredParagraph;
import govsearch.report.Paragraph;
import govsearch.report.ReportHead;
import govsearch.report.Statement;
import govsearch.text.Thesaurus;
import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.IndexSearcher;
import org.jspecify.annotations.Nullable;

/** Makes hits of similar statements, and says why each is one. */
final class SimilarReader {

  private final StoredFields stored;
  private final SharedEvidence shared;

  /**
   * A reader of hits.
   *
   * @param words of what was asked for, those that tell most first
   */
  SimilarReader(
      IndexSearcher searcher,
      WordCutter cutter,
      Thesaurus thesaurus,
      AskedText asked,
      List<String> words)
      throws IOException {
    this.stored = searcher.storedFields();
    this.shared = new SharedEvidence(cutter, thesaurus, asked, words);
  }

  /** A hit with how much it has of what was asked for. */
  SimilarAnswer.Read hit(ScoreFusion.Fused fused, StatementValues.Values values, Likeness likeness)
      throws IOException {
    Statement statement = statement(values.paragraph(), values.number());
    SimilarHit.@Nullable Measure measure = measure(values);
    double like = likeness.of(fused.doc(), StatementDocuments.textWithHeadings(statement));
    List<SharedConcept> concepts = shared.concepts(statement);
    Paragraph paragraph = statement.paragraph();
    ReportHead head = StoredJson.head(stored.document(values.paragraph() - paragraph.ordinal()));
    SimilarHit hit =
        new SimilarHit(
            head,
            paragraph,
            statement.number(),
            statement.at(),
            fused.score(),
            values.formulaShare(),
            measure,
            shared.terms(statement),
            concepts,
            fused.evidence(),
            false);
    return new SimilarAnswer.Read(hit, concepts.isEmpty() ? like : Math.max(like, Likeness.CLEAR));
  }

  /** The problem's text and that of what is planned about it, to ask on with. */
  SimilarChannels.Found found(StatementValues.Values values) throws IOException {
    SimilarHit.Measure measure = measure(values);
    String planned = "";
    if (measure != null) {
      Statement statement =
          new Statement(measure.paragraph(), measure.number(), measure.statement());
      planned =
          String.join(AskedStatement.SEPARATOR, StatementDocuments.textWithHeadings(statement));
    }
    return new SimilarChannels.Found(
        statement(values.paragraph(), values.number()).text(), planned);
  }

  private SimilarHit.@Nullable Measure measure(StatementValues.Values values) throws IOException {
    if (values.measureParagraph() < 0) {
      return null;
    }
    Statement measure = statement(values.measureParagraph(), values.measureNumber());
    return new SimilarHit.Measure(measure.paragraph(), measure.number(), measure.at());
  }

  private Statement statement(int paragraphDoc, int number) throws IOException {
    Paragraph paragraph = StoredParagraph.read(stored.document(paragraphDoc));
    return number == 0 ? shared.nearest(paragraph) : Statement.of(paragraph).get(number - 1);
  }
}
