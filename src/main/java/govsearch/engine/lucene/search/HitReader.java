package govsearch.engine.lucene.search;

import govsearch.engine.Hit;
import govsearch.engine.Match;
import govsearch.engine.lucene.analysis.Fields;
import govsearch.engine.lucene.document.SentenceValues;
import govsearch.engine.lucene.document.SequentialStored;
import govsearch.engine.lucene.document.StoredJson;
import govsearch.engine.lucene.document.StoredParagraph;
import govsearch.engine.lucene.snapshot.Snapshot;
import govsearch.query.Mode;
import govsearch.query.Query;
import govsearch.report.Paragraph;
import govsearch.report.ReportHead;
import java.io.IOException;
import java.util.LinkedHashMap;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.StoredFields;
import org.jspecify.annotations.Nullable;

/** Makes hits of documents: what is stored, what is marked, what else says the same. */
final class HitReader {

  /** Of a million hits, the heads of the reports read last are enough. */
  private static final int MOST_HEADS = 2_000;

  /** Hits of a page, or of a few: what these are of is read again for the next page or search. */
  private static final int FEW = 200;

  private final Snapshot snapshot;
  private final StoredFields stored;
  private final Highlighter highlighter;
  private final NearIdenticals near;
  private final LinkedHashMap<Integer, ReportHead> heads = new LinkedHashMap<>(64, 0.75f, true);

  /** How many are read in the order of their documents; 0 where they come in any. */
  private long ascending;

  /** Whether they stand side by side, be there ever so few. */
  private boolean runs;

  /** Where the one before was read from. */
  private @Nullable LeafReaderContext leaf;

  private @Nullable StoredFields ofLeaf;

  HitReader(Snapshot snapshot, Highlighter highlighter) throws IOException {
    this.snapshot = snapshot;
    this.stored = snapshot.reader().storedFields();
    this.highlighter = highlighter;
    this.near = NearIdenticals.of(snapshot);
  }

  /**
   * Is told that those which follow come in the order of their documents: of many, what is stored
   * together is unpacked once for all of them.
   *
   * @param count how many
   */
  void ascending(long count) {
    ascending = count;
    leaf = null;
  }

  /** Is told that those which follow are of one report, in order; they are stored side by side. */
  void ofOneReport(int count) {
    runs = count > 1;
    leaf = null;
  }

  /**
   * A hit.
   *
   * @param inReport how many paragraphs of its report match
   */
  Hit hit(int doc, float score, int inReport, Query query, Mode mode) throws IOException {
    Match match = match(doc, query, mode);
    return new Hit(
        match.report(),
        match.paragraph(),
        match.ranges(),
        highlighter.concepts(query, mode, match.paragraph().text()),
        score,
        inReport,
        match.formulaShare(),
        near.of(doc));
  }

  /** A hit without what has to be looked up elsewhere. */
  Match match(int doc, Query query, Mode mode) throws IOException {
    Paragraph paragraph = StoredParagraph.read(paragraph(doc));
    var ranges = highlighter.ranges(query, mode, paragraph.text());
    return new Match(head(doc - paragraph.ordinal()), paragraph, ranges, formulaShare(doc));
  }

  private Document paragraph(int doc) throws IOException {
    if (ascending == 0 && !runs) {
      return stored.document(doc);
    }
    if (leaf == null || ofLeaf == null || doc >= leaf.docBase + leaf.reader().maxDoc()) {
      leaf = snapshot.leaf(doc);
      ofLeaf =
          runs || StoredBytes.isDense(leaf, ascending)
              ? SequentialStored.of(leaf.reader())
              : leaf.reader().storedFields();
    }
    return ofLeaf.document(doc - leaf.docBase);
  }

  private double formulaShare(int doc) throws IOException {
    LeafReaderContext of = snapshot.leaf(doc);
    return SentenceValues.formulaShare(
        DocValues.getSortedNumeric(of.reader(), Fields.SENTENCE),
        doc - of.docBase,
        snapshot.formula());
  }

  /** The head of a report by its document. */
  ReportHead head(int doc) throws IOException {
    ReportHead head = heads.get(doc);
    if (head == null) {
      head =
          ascending <= FEW
              ? ReportHeads.of(snapshot).head(doc, stored)
              : StoredJson.head(stored.document(doc));
      heads.put(doc, head);
      if (heads.size() > MOST_HEADS) {
        heads.pollFirstEntry();
      }
    }
    return head;
  }
}
