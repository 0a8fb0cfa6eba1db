package govsearch.engine.lucene.search;

import govsearch.engine.Hit;
import govsearch.engine.Match;
import govsearch.engine.NearIdentical;
import govsearch.engine.lucene.analysis.Fields;
import govsearch.engine.lucene.document.FormulaSentences;
import govsearch.engine.lucene.document.StoredJson;
import govsearch.engine.lucene.document.StoredPrints;
import govsearch.engine.lucene.snapshot.Snapshot;
import govsearch.query.Mode;
import govsearch.query.Query;
import govsearch.report.Paragraph;
import govsearch.report.ReportHead;
import java.io.IOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** Makes hits of documents: what is stored, what is marked, what else says the same. */
final class HitReader {

  /** Of a million hits, the heads of the reports read last are enough. */
  private static final int MOST_HEADS = 2_000;

  private final IndexSearcher searcher;
  private final StoredFields stored;
  private final FormulaSentences formula;
  private final Highlighter highlighter;
  private final LinkedHashMap<Integer, ReportHead> heads = new LinkedHashMap<>(64, 0.75f, true);

  HitReader(Snapshot snapshot, IndexSearcher searcher, Highlighter highlighter) throws IOException {
    this.searcher = searcher;
    this.stored = searcher.storedFields();
    this.formula = snapshot.formula();
    this.highlighter = highlighter;
  }

  Hit hit(int doc, float score, Query query, Mode mode) throws IOException {
    Document document = stored.document(doc);
    StoredPrints prints = StoredPrints.read(document);
    Match match = match(doc, document, prints, query, mode);
    return new Hit(
        match.report(),
        match.paragraph(),
        match.ranges(),
        highlighter.concepts(query, mode, match.paragraph().text()),
        score,
        match.formulaShare(),
        nearIdentical(prints.whole(), match.report()));
  }

  /** A hit without what has to be looked up elsewhere. */
  Match match(int doc, Query query, Mode mode) throws IOException {
    Document document = stored.document(doc);
    return match(doc, document, StoredPrints.read(document), query, mode);
  }

  private Match match(int doc, Document document, StoredPrints prints, Query query, Mode mode)
      throws IOException {
    Paragraph paragraph = StoredJson.paragraph(document);
    var ranges =
        highlighter.ranges(
            query, mode, paragraph.text(), new IndexedWords(searcher.getIndexReader(), doc));
    return new Match(
        head(doc - paragraph.ordinal()), paragraph, ranges, prints.formulaShare(formula));
  }

  /** The head of a report by its document. */
  ReportHead head(int doc) throws IOException {
    ReportHead head = heads.get(doc);
    if (head == null) {
      head = StoredJson.head(stored.document(doc));
      heads.put(doc, head);
      if (heads.size() > MOST_HEADS) {
        heads.pollFirstEntry();
      }
    }
    return head;
  }

  private NearIdentical nearIdentical(long fingerprint, ReportHead own) throws IOException {
    Term term = new Term(Fields.FOLD, FormulaSentences.term(fingerprint));
    long paragraphs = 0;
    Set<BytesRef> towns = new HashSet<>();
    @Nullable Integer earliest = own.year();
    if (searcher.getIndexReader().docFreq(term) > 1) {
      for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
        PostingsEnum postings = leaf.reader().postings(term, PostingsEnum.NONE);
        if (postings == null) {
          continue;
        }
        Bits live = leaf.reader().getLiveDocs();
        SortedDocValues town = DocValues.getSorted(leaf.reader(), Fields.TOWN_SORT);
        NumericDocValues year = DocValues.getNumeric(leaf.reader(), Fields.YEAR_NUMBER);
        for (int doc = postings.nextDoc();
            doc != DocIdSetIterator.NO_MORE_DOCS;
            doc = postings.nextDoc()) {
          if (live != null && !live.get(doc)) {
            continue;
          }
          paragraphs++;
          if (town.advanceExact(doc)) {
            towns.add(BytesRef.deepCopyOf(town.lookupOrd(town.ordValue())));
          }
          if (year.advanceExact(doc)) {
            int value = (int) year.longValue();
            earliest = earliest == null ? value : Math.min(earliest, value);
          }
        }
      }
    }
    if (own.town() != null) {
      towns.remove(new BytesRef(own.town()));
    }
    return new NearIdentical(Math.max(0, paragraphs - 1), towns.size(), earliest);
  }
}
