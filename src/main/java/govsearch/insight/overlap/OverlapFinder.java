package govsearch.insight.overlap;

import govsearch.engine.Place;
import govsearch.engine.ReportKey;
import govsearch.engine.SearchEngine;
import govsearch.engine.SentenceReports;
import govsearch.report.Paragraph;
import govsearch.report.ParagraphKind;
import govsearch.report.Report;
import govsearch.report.ReportHead;
import govsearch.text.Fingerprints;
import govsearch.text.Literal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a report shares with reports of other towns. A sentence that more than a few reports
 * have is formula and does not count; of the others the engine names the reports, so that nothing
 * but these is looked at.
 */
public final class OverlapFinder {

  /** A sentence of more reports is formula, unless another limit is asked for. */
  public static final int FORMULA_REPORTS = 10;

  /** The highest limit that may be asked for. */
  public static final int MOST_FORMULA_REPORTS = 50;

  /** Fewer shared sentences are chance. */
  public static final int LEAST_SENTENCES = 3;

  /** Less shared text is chance, in characters of masked text. */
  public static final int LEAST_LENGTH = 60;

  private static final Set<ParagraphKind> SAYING =
      EnumSet.of(ParagraphKind.BODY, ParagraphKind.HEADING, ParagraphKind.OTHER);

  private static final Comparator<Overlap.Shared> MOST_FIRST =
      Comparator.comparingInt(Overlap.Shared::length)
          .reversed()
          .thenComparing(shared -> shared.other().id());

  private final SearchEngine engine;
  private final int formula;

  /**
   * Finds by a limit.
   *
   * @param formula in more reports than that a sentence is formula
   */
  public OverlapFinder(SearchEngine engine, int formula) {
    this.engine = engine;
    this.formula = formula;
  }

  /** What a report shares with others. */
  public Overlap of(Report report) {
    Map<Long, Integer> sentences = sentences(report);
    List<Long> prints = List.copyOf(sentences.keySet());
    List<SentenceReports> found = engine.sentences(prints, formula);
    ReportKey own = key(report.head());
    Map<String, Sum> sums = new HashMap<>();
    int substance = 0;
    for (int i = 0; i < prints.size(); i++) {
      SentenceReports one = found.get(i);
      int length = sentences.getOrDefault(prints.get(i), 0);
      if (one.reports() > formula) {
        continue;
      }
      substance += length;
      for (ReportKey other : one.oldest()) {
        if (!other.id().equals(own.id()) && !isSameTown(own.place(), other.place())) {
          sums.computeIfAbsent(other.id(), id -> new Sum(other)).add(length);
        }
      }
    }
    int whole = substance;
    List<Overlap.Shared> shared = new ArrayList<>();
    for (Sum sum : sums.values()) {
      if (sum.sentences >= LEAST_SENTENCES && sum.length >= LEAST_LENGTH) {
        shared.add(
            new Overlap.Shared(
                sum.other,
                Overlap.Direction.of(own.year(), sum.other.year()),
                sum.sentences,
                sum.length,
                whole == 0 ? 0 : (double) sum.length / whole));
      }
    }
    shared.sort(MOST_FIRST);
    return new Overlap(own, substance, shared);
  }

  /** What says something: titles, salutations and signatures are alike in all reports. */
  static List<Paragraph> saying(Report report) {
    return report.paragraphs().stream()
        .filter(paragraph -> SAYING.contains(paragraph.kind()))
        .toList();
  }

  /** The lengths of a report's sentences, by fingerprint, each once. */
  static Map<Long, Integer> sentences(Report report) {
    Fingerprints fingerprints = new Fingerprints(report.head().placeNames());
    Map<Long, Integer> lengths = new LinkedHashMap<>();
    for (Paragraph paragraph : saying(report)) {
      for (Fingerprints.Sentence sentence : fingerprints.sentences(paragraph.text())) {
        lengths.putIfAbsent(sentence.fingerprint(), sentence.length());
      }
    }
    return lengths;
  }

  static ReportKey key(ReportHead head) {
    return new ReportKey(head.id(), new Place(head.region(), head.town()), head.year());
  }

  /**
   * Whether two places may be one town: of one name, and of regions of which one says no more than
   * the other. What a town says again is not shared with anybody.
   */
  static boolean isSameTown(Place one, Place other) {
    String town = one.town();
    String otherTown = other.town();
    return town != null
        && otherTown != null
        && Literal.literal(town).equals(Literal.literal(otherTown))
        && (isWithin(one.region(), other.region()) || isWithin(other.region(), one.region()));
  }

  private static boolean isWithin(List<String> some, List<String> all) {
    int at = 0;
    for (String name : all) {
      if (at < some.size() && Literal.literal(some.get(at)).equals(Literal.literal(name))) {
        at++;
      }
    }
    return at == some.size();
  }

  /** What is shared with one report, while it is added up. */
  private static final class Sum {
    private final ReportKey other;
    private int sentences;
    private int length;

    Sum(ReportKey other) {
      this.other = other;
    }

    void add(int more) {
      sentences++;
      length += more;
    }
  }

  /**
   * The sentences that two reports share, in the order of the first; none where either is gone.
   *
   * @return null where either report is not there
   */
  public @Nullable List<SharedPassage> passages(String reportId, String otherId) {
    Report one = engine.report(reportId).orElse(null);
    Report other = engine.report(otherId).orElse(null);
    return one == null || other == null ? null : SharedPassage.between(engine, one, other, formula);
  }
}
