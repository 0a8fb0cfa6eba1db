package govsearch.engine.lucene;

import govsearch.engine.Hit;
import govsearch.engine.NearIdentical;
import govsearch.query.Mode;
import govsearch.query.Query;
import govsearch.report.Paragraph;
import govsearch.report.ReportHead;
import govsearch.text.Fingerprints;
import govsearch.text.Literal;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
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

  private final IndexSearcher searcher;
  private final StoredFields stored;
  private final FormulaSentences formula;
  private final Highlighter highlighter;
  private final Map<Integer, ReportHead> heads = new HashMap<>();

  HitReader(Snapshot snapshot, IndexSearcher searcher, Highlighter highlighter) throws IOException {
    this.searcher = searcher;
    this.stored = searcher.storedFields();
    this.formula = snapshot.formula();
    this.highlighter = highlighter;
  }

  Hit hit(int doc, float score, Query query, Mode mode) throws IOException {
    Paragraph paragraph = StoredJson.paragraph(stored.document(doc));
    ReportHead head = head(doc - paragraph.ordinal());
    Fingerprints fingerprints = new Fingerprints(head.placeNames());
    var ranges =
        highlighter.ranges(
            query, mode, paragraph.text(), new IndexedWords(searcher.getIndexReader(), doc));
    return new Hit(
        head,
        paragraph,
        ranges,
        score,
        formulaShare(fingerprints, paragraph.text()),
        nearIdentical(fingerprints.paragraph(paragraph.text()), head));
  }

  /** The head of a report by its document. */
  ReportHead head(int doc) throws IOException {
    ReportHead head = heads.get(doc);
    if (head == null) {
      head = StoredJson.head(stored.document(doc));
      heads.put(doc, head);
    }
    return head;
  }

  /** By length, so that one long formula weighs more than one short one. */
  private double formulaShare(Fingerprints fingerprints, String text) {
    int known = 0;
    for (Fingerprints.Sentence sentence : fingerprints.sentences(text)) {
      if (formula.contains(sentence.fingerprint())) {
        known += Literal.literal(sentence.at().of(text)).length();
      }
    }
    int all = Literal.literal(text).length();
    return all == 0 ? 0 : Math.round(100.0 * known / all) / 100.0;
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
