package govsearch.engine.lucene.count;

import govsearch.engine.MatchSummary;
import govsearch.engine.lucene.snapshot.FacetValues;
import govsearch.engine.lucene.snapshot.Snapshot;
import govsearch.query.FacetField;
import govsearch.query.FacetListing;
import govsearch.query.Filters;
import govsearch.report.Section;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * What a query matches, with filters, and what each facet counts without its own: all of it from
 * the one set of matches that knows no filter. What belongs to a report is looked at by report.
 */
public final class FilteredMatches {

  /** Of so many words of bits one, or fewer, has any. */
  private static final int SPARSE = 4;

  /** Matches that are fewer than so many parts of the places are in few of these. */
  private static final int FEW = 8;

  private final Snapshot snapshot;
  private final MatchSet unfiltered;
  private final ReportFilter reports;

  /** Those of the sections that are asked for. */
  private final MatchSet ofSections;

  private final MatchSet shown;

  /** Filters matches. */
  public FilteredMatches(MatchSet unfiltered, Filters filters) {
    this.snapshot = unfiltered.snapshot();
    this.unfiltered = unfiltered;
    this.reports = new ReportFilter(snapshot, filters);
    this.ofSections = ofSections(unfiltered, filters.on(FacetField.SECTION));
    this.shown = ofSections.within(reports);
  }

  /** The sections that a selection lets through; null for all. */
  static @Nullable Set<Section> wanted(Filters.Selection selection) {
    if (selection.isEmpty()) {
      return null;
    }
    Set<Section> wanted = EnumSet.noneOf(Section.class);
    for (Section section : Section.values()) {
      boolean included = selection.included().isEmpty() || isNamed(section, selection.included());
      if (included && !isNamed(section, selection.excluded())) {
        wanted.add(section);
      }
    }
    return wanted;
  }

  private MatchSet ofSections(MatchSet matches, Filters.Selection selection) {
    Set<Section> wanted = wanted(selection);
    return wanted == null
        ? matches
        : matches.with(
            (bits, ord) -> {
              LeafReaderContext leaf = snapshot.reader().leaves().get(ord);
              FixedBitSet any = new FixedBitSet(bits.length());
              wanted.forEach(section -> any.or(snapshot.segment(leaf).section(section)));
              bits.and(any);
              return true;
            });
  }

  private static boolean isNamed(Section section, Set<String> names) {
    return names.stream().anyMatch(name -> Section.of(name).filter(section::equals).isPresent());
  }

  /** What is left with all filters. */
  public MatchSet shown() {
    return shown;
  }

  /** Filters a set of other matches in the same way. */
  public MatchSet shown(MatchSet others) {
    return others.and(shown);
  }

  /**
   * What one pass over the reports counts.
   *
   * @param byField how many matches each value has, by field
   * @param places those of the field of regions once more
   * @param summary of what is shown
   */
  public record Counts(
      Map<FacetField, ValueCounts> byField, PlaceCounts places, MatchSummary summary) {

    /** What lists a field's values. */
    public FacetCounter counter(FacetField field, FacetValues values, FacetListing listing) {
      ValueCounts of = Objects.requireNonNull(byField.get(field));
      return field == FacetField.REGION
          ? new FacetCounter(field, values, listing, of, places.townsBelow())
          : new FacetCounter(field, values, listing, of);
    }
  }

  /**
   * Counts.
   *
   * @param ofTowns whether the matches of each town are asked for, as they are where towns are
   *     listed below their region, or filtered by
   */
  public Counts counts(boolean ofTowns) {
    Summaries summary = new Summaries(snapshot);
    Map<FacetField, ValueCounts> counts = new EnumMap<>(FacetField.class);
    FacetValues regions = snapshot.facet(FacetField.REGION);
    boolean many = ofSections.count() > regions.size() / FEW;
    PlaceCounts places = PlaceCounts.of(regions, many, ofTowns);
    ValueCounts towns = new ValueCounts(snapshot.facet(FacetField.TOWN).size(), many);
    ValueCounts years = new ValueCounts(snapshot.facet(FacetField.YEAR).size(), many);
    ReportWalk.counting(
        ofSections,
        (segment, report, count) -> {
          boolean place = reports.acceptsPlace(segment, report);
          boolean town = reports.acceptsTown(segment, report);
          boolean year = reports.acceptsYear(segment, report);
          if (!reports.acceptsSeen(segment, report)) {
            return;
          }
          boolean isOfNewTown = place && town && year && summary.add(segment, report);
          if (town && year) {
            places.add(segment.place(report), count, isOfNewTown);
          }
          if (place && year) {
            towns.add(segment.town(report), count);
          }
          if (place && town) {
            years.add(segment.yearValue(report), count);
          }
        });
    counts.put(FacetField.REGION, places.counts());
    counts.put(FacetField.TOWN, towns);
    counts.put(FacetField.YEAR, years);
    counts.put(FacetField.SECTION, ValueCounts.of(sections()));
    return new Counts(counts, places, summary.of(shown.count()));
  }

  private long[] sections() {
    MatchSet matches = unfiltered == ofSections ? shown : unfiltered.within(reports);
    Section[] all = Section.values();
    long[] counts = new long[all.length];
    for (LeafReaderContext leaf : snapshot.reader().leaves()) {
      FixedBitSet bits = matches.bits(leaf.ord);
      if (bits == null) {
        continue;
      }
      FixedBitSet[] sections = new FixedBitSet[all.length];
      for (int i = 0; i < all.length; i++) {
        sections[i] = snapshot.segment(leaf).section(all[i]);
      }
      if (matches.count(leaf.ord) * SPARSE < FixedBitSet.bits2words(bits.length())) {
        addSparse(bits, sections, counts);
      } else {
        for (int i = 0; i < all.length; i++) {
          counts[i] += FixedBitSet.intersectionCount(bits, sections[i]);
        }
      }
    }
    return counts;
  }

  /** Where most words have no bit, they are passed over once for all sections. */
  private static void addSparse(FixedBitSet matches, FixedBitSet[] sections, long[] counts) {
    long[] bits = matches.getBits();
    for (int word = 0; word < bits.length; word++) {
      for (int i = 0; bits[word] != 0 && i < sections.length; i++) {
        counts[i] += Long.bitCount(bits[word] & sections[i].getBits()[word]);
      }
    }
  }
}
