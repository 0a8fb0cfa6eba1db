package govsearch.engine.lucene.snapshot;

import govsearch.engine.lucene.analysis.Fields;
import govsearch.query.FacetField;
import govsearch.query.SortOrder;
import govsearch.report.ContentHash;
import govsearch.report.Section;
import java.io.IOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one segment's reports, in columns: some forty bytes for each report and a bit a
 * document for each section. Made once for a segment, whatever else of the index changes; which of
 * its documents are deleted, it does not know.
 */
public final class Segment {

  /** The year of a report that says none. */
  public static final int NO_YEAR = Integer.MIN_VALUE;

  /** So many reports are looked at one after the other. */
  private static final int NEAR = 4;

  private final int[] heads;
  private final int[] paragraphs;
  private final int[] places;
  private final int[] towns;
  private final int[] years;
  private final int[] yearValues;
  private final int[] ids;
  private final long[] seen;
  private final long[] idBeginnings;
  private final FixedBitSet all;
  private volatile @Nullable FixedBitSet alone;
  private Optional<ContentHash> hash = Optional.empty();
  private final Map<Section, FixedBitSet> sections = new EnumMap<>(Section.class);
  private final Map<SortOrder, int[]> orders = new ConcurrentHashMap<>();

  private Segment(int reports, int maxDoc) {
    heads = new int[reports];
    paragraphs = new int[reports];
    places = new int[reports];
    towns = new int[reports];
    years = new int[reports];
    yearValues = new int[reports];
    ids = new int[reports];
    seen = new long[reports];
    idBeginnings = new long[reports];
    all = new FixedBitSet(maxDoc);
  }

  static Segment of(LeafReader leaf, Map<FacetField, FacetValues> values) throws IOException {
    Term type = new Term(Fields.TYPE, Fields.HEAD);
    Segment segment = new Segment(leaf.docFreq(type), leaf.maxDoc());
    PostingsEnum heads = leaf.postings(type, PostingsEnum.NONE);
    if (heads != null) {
      segment.readHeads(leaf, heads, values);
    }
    segment.hash = Hashes.sum(leaf, segment.heads, head -> true);
    for (Section section : Section.values()) {
      segment.sections.put(section, segment.paragraphsOf(leaf, section));
    }
    return segment;
  }

  private void readHeads(LeafReader leaf, PostingsEnum docs, Map<FacetField, FacetValues> values)
      throws IOException {
    NumericDocValues lengths = DocValues.getNumeric(leaf, Fields.PARAGRAPHS);
    NumericDocValues yearNumbers = DocValues.getNumeric(leaf, Fields.YEAR_NUMBER);
    NumericDocValues seenTimes = DocValues.getNumeric(leaf, Fields.SEEN);
    SortedDocValues labels = DocValues.getSorted(leaf, Fields.PLACE);
    SortedDocValues townNames = DocValues.getSorted(leaf, Fields.TOWN_SORT);
    SortedDocValues idValues = DocValues.getSorted(leaf, Fields.REPORT);
    FacetValues regions = Objects.requireNonNull(values.get(FacetField.REGION));
    FacetValues townValues = Objects.requireNonNull(values.get(FacetField.TOWN));
    FacetValues yearNames = Objects.requireNonNull(values.get(FacetField.YEAR));
    int[] placeOf = new int[labels.getValueCount()];
    for (int i = 0; i < placeOf.length; i++) {
      placeOf[i] = regions.place(labels.lookupOrd(i).utf8ToString());
    }
    int[] townOf = new int[townNames.getValueCount()];
    for (int i = 0; i < townOf.length; i++) {
      townOf[i] = townValues.add(townNames.lookupOrd(i).utf8ToString());
    }
    long[] beginnings = new long[idValues.getValueCount()]; // in their order: they are packed so
    TermsEnum sorted = idValues.termsEnum();
    for (int i = 0; i < beginnings.length; i++) {
      beginnings[i] = beginning(Objects.requireNonNull(sorted.next()));
    }
    int report = 0;
    for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
      heads[report] = doc;
      paragraphs[report] = lengths.advanceExact(doc) ? (int) lengths.longValue() : 0;
      places[report] = labels.advanceExact(doc) ? placeOf[labels.ordValue()] : FacetValues.NONE;
      towns[report] =
          townNames.advanceExact(doc)
              ? townOf[townNames.ordValue()]
              : townValues.add(FacetField.UNSTATED);
      ids[report] = idValues.advanceExact(doc) ? idValues.ordValue() : -1;
      idBeginnings[report] = ids[report] < 0 ? 0 : beginnings[ids[report]];
      seen[report] = seenTimes.advanceExact(doc) ? seenTimes.longValue() : 0;
      boolean dated = yearNumbers.advanceExact(doc);
      years[report] = dated ? (int) yearNumbers.longValue() : NO_YEAR;
      yearValues[report] =
          yearNames.add(dated ? Integer.toString(years[report]) : FacetField.UNSTATED);
      if (paragraphs[report] > 0) {
        all.set(doc + 1, doc + 1 + paragraphs[report]);
      }
      report++;
    }
    values.values().forEach(FacetValues::publish);
  }

  private FixedBitSet paragraphsOf(LeafReader leaf, Section section) throws IOException {
    FixedBitSet of = new FixedBitSet(leaf.maxDoc());
    PostingsEnum docs = leaf.postings(new Term(Fields.SECTION, section.code()), PostingsEnum.NONE);
    if (docs != null) {
      docs.nextDoc();
      docs.intoBitSet(leaf.maxDoc(), of, 0);
      of.and(all);
    }
    return of;
  }

  /**
   * The sum of the hashes of the reports that are not deleted. Costs the deleted ones.
   *
   * @return empty where one has none: it was written by an earlier program
   */
  Optional<ContentHash> hash(LeafReader leaf) throws IOException {
    Bits live = leaf.getLiveDocs();
    if (live == null || hash.isEmpty()) {
      return hash;
    }
    ContentHash all = hash.get();
    return Hashes.sum(leaf, heads, head -> !live.get(head)).map(all::minus);
  }

  /** How many reports there are, deleted ones included. */
  public int reports() {
    return heads.length;
  }

  /** The document of a report's head; its paragraphs follow. */
  public int head(int report) {
    return heads[report];
  }

  /** How many paragraphs a report has. */
  public int paragraphs(int report) {
    return paragraphs[report];
  }

  /** The number of a report's place among the values of regions. */
  public int place(int report) {
    return places[report];
  }

  /** The number of a report's town among the values of towns. */
  public int town(int report) {
    return towns[report];
  }

  /** The year reported on; {@link #NO_YEAR} for none. */
  public int year(int report) {
    return years[report];
  }

  /** Since when its text is there, in seconds since 1970; 0 where that is not known. */
  public long seen(int report) {
    return seen[report];
  }

  /** The number of a report's year among the values of years. */
  public int yearValue(int report) {
    return yearValues[report];
  }

  /** The place of a report's id in the order of the segment's ids. */
  public int idOrdinal(int report) {
    return ids[report];
  }

  /** The first eight bytes of a report's id: as unsigned numbers, in the order of the ids. */
  public long idBeginning(int report) {
    return idBeginnings[report];
  }

  private static long beginning(BytesRef id) {
    long beginning = 0;
    for (int i = 0; i < Long.BYTES; i++) {
      int next = i < id.length ? id.bytes[id.offset + i] & 0xFF : 0;
      beginning = beginning << Byte.SIZE | next;
    }
    return beginning;
  }

  /** The report that a document stands in, or behind. */
  public int reportOf(int doc) {
    int found = Arrays.binarySearch(heads, doc);
    return found < 0 ? -found - 2 : found;
  }

  /** The same, looked for from a report on that begins no later. */
  public int reportOf(int doc, int from) {
    int low = from;
    for (int i = 0; i < NEAR; i++) { // mostly it is this one or the next
      if (low + 1 >= heads.length || heads[low + 1] > doc) {
        return low;
      }
      low++;
    }
    int step = 1;
    while (low + step < heads.length && heads[low + step] <= doc) {
      low += step;
      step <<= 1;
    }
    int found = Arrays.binarySearch(heads, low, Math.min(heads.length, low + step + 1), doc);
    return found < 0 ? -found - 2 : found;
  }

  /** All paragraphs. Not to be changed. */
  public FixedBitSet paragraphs() {
    return all;
  }

  /**
   * The paragraphs that say what no other one of the segment says; null as long as nobody has
   * looked for them. Not to be changed.
   */
  public @Nullable FixedBitSet alone() {
    return alone;
  }

  /** Looks for those, once; a pass over the segment. */
  void findAlone(LeafReader leaf) throws IOException {
    if (alone == null) {
      alone = Alone.of(leaf, all);
    }
  }

  /** The paragraphs of a section. Not to be changed. */
  public FixedBitSet section(Section section) {
    return Objects.requireNonNull(sections.get(section));
  }

  /**
   * The reports in an order, which is that of this segment whatever else the index has.
   *
   * @param order made when it is first asked for
   */
  public int[] inOrder(SortOrder by, IntComparator order) {
    return orders.computeIfAbsent(
        by,
        key ->
            IntStream.range(0, reports())
                .boxed()
                .sorted(order::compare)
                .mapToInt(Integer::intValue)
                .toArray());
  }

  /** Compares the numbers of two reports. */
  public interface IntComparator {
    int compare(int one, int other);
  }
}
