package govsearch.engine.lucene.snapshot;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import govsearch.engine.CollectionSize;
import govsearch.engine.SentenceReports;
import govsearch.engine.lucene.query.QueryTranslator;
import govsearch.query.FacetField;
import govsearch.query.Mode;
import govsearch.query.Query;
import govsearch.report.ContentHash;
import govsearch.text.Thesaurus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;
import org.jspecify.annotations.Nullable;

/** The collection as of one commit, with what is known of its segments. */
public final class Snapshot {

  private static final int MOST_COUNTS = 20_000;

  /** Some two hundred bytes each. */
  private static final int MOST_SENTENCES = 20_000;

  private final DirectoryReader reader;
  private final Segments segments;
  private final List<Segment> bySegment = new ArrayList<>();
  private final Cache<Query, Long> counts =
      Caffeine.newBuilder().maximumSize(MOST_COUNTS).executor(Runnable::run).build();
  private final Cache<Long, SentenceReports> sentences =
      Caffeine.newBuilder().maximumSize(MOST_SENTENCES).executor(Runnable::run).build();
  private volatile @Nullable Thesaurus thesaurus;
  private final Formula formula;
  private boolean summed;
  private @Nullable String edition;
  private volatile long folded = -1;
  private final Map<Class<?>, Object> derived = new ConcurrentHashMap<>();

  private Snapshot(DirectoryReader reader, Segments segments) throws IOException {
    this.reader = reader;
    this.segments = segments;
    this.formula = new Formula(reader);
    for (LeafReaderContext leaf : reader.leaves()) {
      bySegment.add(segments.of(leaf));
    }
  }

  static Snapshot of(DirectoryReader reader, Segments segments) throws IOException {
    return new Snapshot(reader, segments);
  }

  public DirectoryReader reader() {
    return reader;
  }

  /** Grows with every commit. */
  public long version() {
    return reader.getVersion();
  }

  /** The concepts that the collection was indexed with; read when they are first asked for. */
  public Thesaurus thesaurus() {
    Thesaurus known = thesaurus;
    if (known == null) {
      try {
        known = segments.thesaurus(reader.getIndexCommit().getUserData());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      thesaurus = known;
    }
    return known;
  }

  /** What is formula in this collection. */
  public Formula formula() {
    return formula;
  }

  /** What is known of a segment. */
  public Segment segment(LeafReaderContext leaf) {
    return bySegment.get(leaf.ord);
  }

  /** The segment that a document is in. */
  public LeafReaderContext leaf(int doc) {
    return reader.leaves().get(ReaderUtil.subIndex(doc, reader.leaves()));
  }

  /** Until when it was filled for the first time; see {@link Beginning}. */
  public long begun() throws IOException {
    return Beginning.until(reader.getIndexCommit().getUserData());
  }

  /** How much is there. */
  public CollectionSize size() throws IOException {
    long reports = 0;
    long paragraphs = 0;
    for (LeafReaderContext leaf : reader.leaves()) {
      LiveCounts live = segments.live(leaf);
      reports += live.reports();
      paragraphs += live.paragraphs();
    }
    return new CollectionSize(reports, paragraphs);
  }

  /**
   * What tells this collection from any other; see {@link govsearch.engine.SearchEngine#edition}.
   * Made when it is first asked for, which every request does: nothing dear may hold this lock.
   */
  public synchronized Optional<String> edition() throws IOException {
    if (!summed) {
      long reports = size().reports();
      edition = sum().map(hash -> IndexFormat.edition(hash, reports)).orElse(null);
      summed = true;
    }
    return Optional.ofNullable(edition);
  }

  private Optional<ContentHash> sum() throws IOException {
    ContentHash sum = ContentHash.NONE;
    for (LeafReaderContext leaf : reader.leaves()) {
      Optional<ContentHash> of = segment(leaf).hash(leaf.reader());
      if (of.isEmpty()) {
        return of;
      }
      sum = sum.plus(of.get());
    }
    return Optional.of(sum);
  }

  /** How many reports have any paragraph. */
  public long reportsWithParagraphs() throws IOException {
    long reports = 0;
    for (LeafReaderContext leaf : reader.leaves()) {
      reports += segments.live(leaf).withParagraphs();
    }
    return reports;
  }

  /** How many paragraphs each value of a facet has, by its number; of places, their own alone. */
  public long[] paragraphs(FacetField field) throws IOException {
    List<LiveCounts> all = new ArrayList<>();
    for (LeafReaderContext leaf : reader.leaves()) {
      all.add(segments.live(leaf));
    }
    long[] counts = new long[facet(field).size()]; // which has all values of these by now
    all.forEach(live -> live.addTo(field, counts));
    return counts;
  }

  /** How many reports with any paragraph each place has, by its number. */
  public long[] reportsOfPlaces() throws IOException {
    List<LiveCounts> all = new ArrayList<>();
    for (LeafReaderContext leaf : reader.leaves()) {
      all.add(segments.live(leaf));
    }
    long[] counts = new long[facet(FacetField.REGION).size()]; // see above
    all.forEach(live -> live.addReportsTo(counts));
    return counts;
  }

  /** Follows from what was known of the state before it, at the cost of what has changed. */
  void follow(Snapshot before) throws IOException {
    if (before.folded >= 0) {
      Long change = FoldedChange.between(before.reader, reader);
      folded = change == null ? -1 : before.folded + change;
    }
  }

  /** Which characters stand side by side; read when it is first asked for. */
  public IndexedBigrams bigrams() throws IOException {
    return whole(IndexedBigrams.class, snapshot -> IndexedBigrams.of(snapshot.reader));
  }

  /**
   * How many paragraphs a query of the engine's own finds; counted once, as it is the same names
   * and phrases that are asked for again and again.
   */
  public long count(Query query, QueryTranslator translator, IndexSearcher searcher)
      throws IOException {
    Long known = counts.getIfPresent(query);
    if (known != null) {
      return known;
    }
    long count = searcher.count(translator.translate(query, Mode.EXACT));
    if (!searcher.timedOut()) {
      counts.put(query, count);
    }
    return count;
  }

  /**
   * In which reports sentences stand that very many have, by their fingerprints, as far as that was
   * asked: it takes a look at each of the reports, and it is the same formulas that every draft
   * has.
   */
  public Cache<Long, SentenceReports> sentences() {
    return sentences;
  }

  /**
   * What was derived of the whole collection, which is asked for again and again.
   *
   * @param derive makes it when it is first asked for
   */
  public <T> T whole(Class<T> type, Derivation<T> derive) throws IOException {
    Object known = derived.get(type);
    if (known == null) {
      known = derive.of(this);
      derived.put(type, known);
    }
    return type.cast(known);
  }

  /** Derives something of a collection. */
  public interface Derivation<T> {
    T of(Snapshot snapshot) throws IOException;
  }

  /** Finds what searches do without where it is not known, so that later ones are quicker. */
  public void prepare() throws IOException {
    for (LeafReaderContext leaf : reader.leaves()) {
      segment(leaf).findAlone(leaf.reader());
    }
  }

  /** How many different paragraphs there are in all, where somebody has counted them; else -1. */
  public long folded() {
    return folded;
  }

  /** Remembers how many different paragraphs there are in all. */
  public void folded(long count) {
    folded = count;
  }

  /** The values of a facet. */
  public FacetValues facet(FacetField field) {
    return segments.facet(field);
  }
}
