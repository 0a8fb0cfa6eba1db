package govsearch.engine.opensearch.read;

import govsearch.engine.SharedConcept;
import govsearch.engine.SimilarHit;
import govsearch.engine.lucene.analysis.WordCutter;
import govsearch.engine.lucene.document.StatementDocuments;
import govsearch.engine.lucene.similar.AskedStatement;
import govsearch.engine.lucene.similar.AskedText;
import govsearch.engine.lucene.similar.Likeness;
import govsearch.engine.lucene.similar.SharedEvidence;
import govsearch.engine.lucene.similar.SimilarAnswer;
import govsearch.engine.lucene.similar.SimilarChannels;
import govsearch.report.Paragraph;
import govsearch.report.ReportHead;
import govsearch.report.Statement;
import govsearch.text.Thesaurus;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/** Makes hits of similar statements, and says why each is one. */
final class SimilarHits {
  private final Reader reader;
  private final SharedEvidence shared;
  private final Stored stored;

  /**
   * A reader of hits.
   *
   * @param words of what was asked for, those that tell most first
   */
  SimilarHits(
      Reader reader, WordCutter cutter, Thesaurus thesaurus, AskedText asked, List<String> words) {
    this.reader = reader;
    this.shared = new SharedEvidence(cutter, thesaurus, asked, words);
    this.stored = new Stored(reader);
  }

  /** Reads what some rows are made of, all at once. */
  void prepare(List<SimilarFusion.Fused> some) {
    Set<String> paragraphs = new HashSet<>();
    Set<String> versions = new HashSet<>();
    for (SimilarFusion.Fused one : some) {
      paragraphs.add(one.row().paragraph());
      versions.add(one.row().version());
      if (one.row().hasMeasure()) {
        paragraphs.add(one.row().measureParagraph());
      }
    }
    Batch batch = new Batch(reader);
    stored.addParagraphs(paragraphs, batch);
    stored.heads().addVersions(versions, batch);
    batch.run();
  }

  /** A hit with how much it has of what was asked for. */
  SimilarAnswer.Read hit(
      SimilarFusion.Fused fused, LongPredicate formula, SimilarLikeness likeness) {
    Statement statement = statement(fused.row().paragraph(), fused.row().number());
    SimilarHit.@Nullable Measure measure = measure(fused.row());
    double like = likeness.of(StatementDocuments.textWithHeadings(statement));
    List<SharedConcept> concepts = shared.concepts(statement);
    ReportHead head = stored.heads().of(fused.row().version());
    if (head == null) {
      throw new LostSnapshotException("a head");
    }
    SimilarHit hit =
        new SimilarHit(
            head,
            statement.paragraph(),
            statement.number(),
            statement.at(),
            fused.score(),
            Formula.share(List.of(fused.row().sentences()), formula),
            measure,
            shared.terms(statement),
            concepts,
            fused.evidence(),
            false);
    return new SimilarAnswer.Read(hit, concepts.isEmpty() ? like : Math.max(like, Likeness.CLEAR));
  }

  /** The problem's text and that of what is planned about it, to ask on with. */
  SimilarChannels.Found found(SimilarRow row) {
    SimilarHit.Measure measure = measure(row);
    String planned = "";
    if (measure != null) {
      Statement statement =
          new Statement(measure.paragraph(), measure.number(), measure.statement());
      planned =
          String.join(AskedStatement.SEPARATOR, StatementDocuments.textWithHeadings(statement));
    }
    return new SimilarChannels.Found(statement(row.paragraph(), row.number()).text(), planned);
  }

  private SimilarHit.@Nullable Measure measure(SimilarRow row) {
    if (!row.hasMeasure()) {
      return null;
    }
    Statement measure = statement(row.measureParagraph(), row.measureNumber());
    return new SimilarHit.Measure(measure.paragraph(), measure.number(), measure.at());
  }

  private Statement statement(String paragraphId, int number) {
    Paragraph paragraph = stored.paragraph(paragraphId);
    if (paragraph == null) {
      reader.requireComplete();
      throw new LostSnapshotException("a paragraph");
    }
    return number == 0 ? shared.nearest(paragraph) : Statement.of(paragraph).get(number - 1);
  }
}
