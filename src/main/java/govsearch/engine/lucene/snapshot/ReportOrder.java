package govsearch.engine.lucene.snapshot;

import govsearch.engine.lucene.analysis.Fields;
import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopFieldCollectorManager;

/**
 * The reports of one snapshot in the order of a search, scores apart. No order looks at anything in
 * a paragraph but its place in its report, and that is the order of documents: two paragraphs are
 * in the order of their reports' ranks, and within a report in that of their numbers.
 */
public final class ReportOrder {

  private final List<LeafReaderContext> leaves;
  private final int[][] ranks;

  private ReportOrder(List<LeafReaderContext> leaves, int[][] ranks) {
    this.leaves = leaves;
    this.ranks = ranks;
  }

  /** Orders the heads, which have the keys of their paragraphs. */
  static ReportOrder of(DirectoryReader reader, Sort sort) throws IOException {
    List<LeafReaderContext> leaves = reader.leaves();
    int[][] ranks = new int[leaves.size()][];
    for (LeafReaderContext leaf : leaves) {
      ranks[leaf.ord] = new int[DocValues.getSorted(leaf.reader(), Fields.REPORT).getValueCount()];
    }
    IndexSearcher searcher = new IndexSearcher(reader);
    Query heads = new ConstantScoreQuery(new TermQuery(new Term(Fields.TYPE, Fields.HEAD)));
    int count = Math.max(1, searcher.count(heads));
    ScoreDoc[] ordered =
        searcher.search(heads, new TopFieldCollectorManager(sort, count, null, Integer.MAX_VALUE))
            .scoreDocs;
    for (int rank = 0; rank < ordered.length; rank++) {
      LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(ordered[rank].doc, leaves));
      SortedDocValues ids = DocValues.getSorted(leaf.reader(), Fields.REPORT);
      if (ids.advanceExact(ordered[rank].doc - leaf.docBase)) {
        ranks[leaf.ord][ids.ordValue()] = rank;
      }
    }
    return new ReportOrder(leaves, ranks);
  }

  /** A reader of ranks, for one thread. */
  public Ranks ranks() {
    return new Ranks();
  }

  /** Reads the ranks of documents in ascending order. */
  public final class Ranks {
    private int end;
    private int base;
    private int[] here = {};
    private SortedDocValues ids = DocValues.emptySorted();

    private Ranks() {}

    /**
     * The rank of a document's report, from 0.
     *
     * @param doc its number in the whole reader, no less than that asked for before
     */
    public int of(int doc) throws IOException {
      if (doc >= end) {
        LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(doc, leaves));
        base = leaf.docBase;
        end = base + leaf.reader().maxDoc();
        here = ranks[leaf.ord];
        ids = DocValues.getSorted(leaf.reader(), Fields.REPORT);
      }
      if (!ids.advanceExact(doc - base)) {
        throw new IllegalStateException("document " + doc + " is of no report");
      }
      return here[ids.ordValue()];
    }
  }
}
