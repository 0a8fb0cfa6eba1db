package govsearch.engine.lucene.library;

import static org.apache.lucene.search.DocIdSetIterator.NO_MORE_DOCS;

import govsearch.engine.CollectionSize;
import govsearch.engine.lucene.analysis.Fields;
import govsearch.engine.lucene.document.LedgerDocuments;
import govsearch.engine.lucene.document.LedgerKeys;
import govsearch.engine.lucene.document.StoredJson;
import govsearch.library.FileRecord;
import govsearch.library.Ledger;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ReferenceManager;
import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;

/** The ledger of an index, read by the searchers that somebody lends. */
public final class IndexedLedger implements Ledger {

  private final ReferenceManager<IndexSearcher> searchers;

  /** As of the current searcher, whichever that is when something is asked. */
  public IndexedLedger(ReferenceManager<IndexSearcher> searchers) {
    this.searchers = searchers;
  }

  @Override
  public List<Folder> folders() {
    return with(
        searcher -> {
          Set<String> roots = new HashSet<>();
          List<Folder> folders = new ArrayList<>(new LedgerReader(searcher).places());
          folders.removeIf(folder -> !roots.add(folder.root()));
          return folders;
        });
  }

  @Override
  public Optional<FileRecord> file(String root, String path) {
    return files(
            LedgerDocuments.file(root, path),
            file -> file.root().equals(root) && file.path().equals(path))
        .stream()
        .findFirst();
  }

  @Override
  public List<FileRecord> giving(String content) {
    return files(
        LedgerKeys.content(content),
        file -> file.reports().stream().anyMatch(given -> given.content().equals(content)));
  }

  @Override
  public List<FileRecord> naming(String reportId) {
    return files(
        LedgerKeys.reportId(reportId),
        file -> file.reports().stream().anyMatch(given -> given.id().equals(reportId)));
  }

  @Override
  public List<FileRecord> from(String sha256) {
    return files(
        LedgerKeys.source(sha256),
        file -> file.reports().stream().anyMatch(given -> given.source().sha256().equals(sha256)));
  }

  @Override
  public List<FileRecord> alike(String path) {
    return files(LedgerKeys.path(path), file -> true);
  }

  @Override
  public boolean isShared(String path) {
    return areThere(2, LedgerKeys.path(path));
  }

  @Override
  public boolean isNeeded(String sha256) {
    return areThere(1, LedgerKeys.source(sha256));
  }

  /** Whether as many files have a key; their records are not read. */
  private boolean areThere(int wanted, Term key) {
    return with(
        searcher -> {
          int found = 0;
          for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            PostingsEnum postings = leaf.reader().postings(key, PostingsEnum.NONE);
            while (postings != null
                && found < wanted
                && living(postings, leaf.reader().getLiveDocs()) != NO_MORE_DOCS) {
              found++;
            }
          }
          return found == wanted;
        });
  }

  private static int living(PostingsEnum postings, @Nullable Bits live) throws IOException {
    int document = postings.nextDoc();
    while (document != NO_MORE_DOCS && live != null && !live.get(document)) {
      document = postings.nextDoc();
    }
    return document;
  }

  private List<FileRecord> files(Term key, Predicate<FileRecord> isMeant) {
    return with(
        searcher -> {
          List<FileRecord> files = new ArrayList<>(1);
          for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            LeafReader segment = leaf.reader();
            PostingsEnum postings = segment.postings(key, PostingsEnum.NONE);
            int document =
                postings == null ? NO_MORE_DOCS : living(postings, segment.getLiveDocs());
            while (postings != null && document != NO_MORE_DOCS) {
              FileRecord file = StoredJson.file(segment.storedFields().document(document));
              if (isMeant.test(file)) {
                files.add(file);
              }
              document = living(postings, segment.getLiveDocs());
            }
          }
          return files;
        });
  }

  @Override
  public Glances glances(String root, String below) {
    try {
      return new IndexedGlances(searchers, root, below);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public CollectionSize size() {
    return with(
        searcher -> {
          long reports = 0;
          long paragraphs = 0;
          for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            LeafReader segment = leaf.reader();
            NumericDocValues counts = segment.getNumericDocValues(Fields.PARAGRAPHS);
            PostingsEnum heads =
                segment.postings(new Term(Fields.TYPE, Fields.HEAD), PostingsEnum.NONE);
            if (counts == null || heads == null) {
              continue;
            }
            for (int head = living(heads, segment.getLiveDocs());
                head != NO_MORE_DOCS;
                head = living(heads, segment.getLiveDocs())) {
              reports++;
              paragraphs += counts.advanceExact(head) ? counts.longValue() : 0;
            }
          }
          return new CollectionSize(reports, paragraphs);
        });
  }

  private interface Work<T> {
    T with(IndexSearcher searcher) throws IOException;
  }

  private <T> T with(Work<T> work) {
    try {
      IndexSearcher searcher = searchers.acquire();
      try {
        return work.with(searcher);
      } finally {
        searchers.release(searcher);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
