package govsearch.engine.lucene.search;

import govsearch.engine.Deadline;
import govsearch.engine.lucene.analysis.Fields;
import govsearch.engine.lucene.document.StoredJson;
import govsearch.report.ReportHead;
import java.io.IOException;
import java.util.function.Consumer;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.MultiBits;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;

/** Goes through all reports by their ids: as the terms stand, none kept. */
public final class EveryReport {

  private EveryReport() {}

  /** Shows the heads; gives how many there were. */
  public static long show(DirectoryReader reader, Consumer<ReportHead> each) throws IOException {
    Deadline deadline = Deadline.current();
    Terms terms = MultiTerms.getTerms(reader, Fields.HEAD);
    if (terms == null) {
      return 0;
    }
    StoredFields stored = reader.storedFields();
    Bits live = MultiBits.getLiveDocs(reader);
    TermsEnum ids = terms.iterator();
    PostingsEnum docs = null;
    long count = 0;
    while (ids.next() != null) {
      deadline.check();
      docs = ids.postings(docs, PostingsEnum.NONE);
      for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
        if (live == null || live.get(doc)) {
          each.accept(StoredJson.head(stored.document(doc)));
          count++;
        }
      }
    }
    return count;
  }
}
