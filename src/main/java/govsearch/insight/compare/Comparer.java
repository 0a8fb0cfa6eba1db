package govsearch.insight.compare;

import govsearch.insight.Effort;
import govsearch.insight.TextChange;
import govsearch.insight.compare.Comparison.Kind;
import govsearch.insight.compare.Comparison.Part;
import govsearch.insight.compare.Comparison.Piece;
import govsearch.insight.compare.Comparison.Side;
import govsearch.insight.compare.Comparison.Sums;
import govsearch.report.Report;
import govsearch.report.Section;
import govsearch.text.Range;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compares two reports sentence by sentence; made for a town's consecutive years. */
public final class Comparer {

  /** The most sentences of a report that is compared: some twenty times a usual one. */
  public static final int MOST_SENTENCES = 4_000;

  private final Report reportA;
  private final Report reportB;
  private final List<ComparedSentence> a;
  private final List<ComparedSentence> b;
  private final SentencePairs pairs;
  private final Effort effort = new Effort();
  private final Map<Section, List<Piece>> pieces = new EnumMap<>(Section.class);
  private final Map<Section, Sums> sums = new EnumMap<>(Section.class);

  private Comparer(
      Report reportA, Report reportB, List<ComparedSentence> a, List<ComparedSentence> b) {
    this.reportA = reportA;
    this.reportB = reportB;
    this.a = a;
    this.b = b;
    this.pairs = new SentencePairs(a, b);
  }

  /** Says that a report is too long to be compared. */
  public static final class TooLongException extends Exception {
    private static final long serialVersionUID = 1L;
    private final String reportId;
    private final int sentences;

    TooLongException(String reportId, int sentences) {
      super("report " + reportId + " has " + sentences + " sentences");
      this.reportId = reportId;
      this.sentences = sentences;
    }

    public String reportId() {
      return reportId;
    }

    public int sentences() {
      return sentences;
    }
  }

  /**
   * Compares.
   *
   * @throws TooLongException if one has more than {@link #MOST_SENTENCES}
   */
  public static Comparison compare(Report a, Report b) throws TooLongException {
    return new Comparer(a, b, sentences(a), sentences(b)).comparison();
  }

  private static List<ComparedSentence> sentences(Report report) throws TooLongException {
    List<ComparedSentence> sentences = ComparedSentence.of(report);
    if (sentences.size() > MOST_SENTENCES) {
      throw new TooLongException(report.id(), sentences.size());
    }
    return sentences;
  }

  private Comparison comparison() {
    for (Section section : Section.values()) {
      compare(section);
    }
    List<Part> parts = new ArrayList<>();
    Sums whole = Sums.NONE;
    for (Section section : Section.values()) {
      Sums own = sums.getOrDefault(section, Sums.NONE);
      whole = whole.plus(own);
      if (own.lengthA() > 0 || own.lengthB() > 0) {
        parts.add(new Part(section, own, pieces.getOrDefault(section, List.of())));
      }
    }
    return new Comparison(reportA.head(), reportB.head(), whole, List.copyOf(parts));
  }

  /** Lists a section's pieces; what only a has comes before what follows it in a. */
  private void compare(Section section) {
    int nextA = 0;
    for (int i = 0; i < b.size(); i++) {
      if (b.get(i).paragraph().section() == section) {
        int partner = pairs.ofB(i);
        if (partner >= nextA && a.get(partner).paragraph().section() == section) {
          onlyA(section, nextA, partner);
          nextA = partner + 1;
        }
        add(section, partner < 0 ? null : a.get(partner), b.get(i));
      }
    }
    onlyA(section, nextA, a.size());
  }

  private void onlyA(Section section, int from, int to) {
    for (int i = from; i < to; i++) {
      if (a.get(i).paragraph().section() == section && pairs.ofA(i) < 0) {
        add(section, a.get(i), null);
      }
    }
  }

  private void add(
      Section section, @Nullable ComparedSentence ofA, @Nullable ComparedSentence ofB) {
    int kept = 0;
    Piece piece;
    if (ofA == null || ofB == null) {
      piece =
          new Piece(
              ofA == null ? Kind.ONLY_B : Kind.ONLY_A, side(ofA, List.of()), side(ofB, List.of()));
    } else if (ofA.literal().equals(ofB.literal())) {
      kept = ofA.literal().length();
      piece = new Piece(Kind.SAME, side(ofA, List.of()), side(ofB, List.of()));
    } else {
      TextChange change =
          TextChange.between(
              ofA.at().of(ofA.paragraph().text()), ofB.at().of(ofB.paragraph().text()), effort);
      kept = change.kept();
      piece = new Piece(Kind.CHANGED, side(ofA, change.a()), side(ofB, change.b()));
    }
    pieces.computeIfAbsent(section, key -> new ArrayList<>()).add(piece);
    if (ofA != null) {
      count(ofA, new Sums(ofA.literal().length(), kept, 0, 0));
    }
    if (ofB != null) {
      count(ofB, new Sums(0, 0, ofB.literal().length(), kept));
    }
  }

  private void count(ComparedSentence sentence, Sums more) {
    sums.merge(sentence.paragraph().section(), more, Sums::plus);
  }

  private static @Nullable Side side(@Nullable ComparedSentence sentence, List<Range> changed) {
    if (sentence == null) {
      return null;
    }
    int start = sentence.at().start();
    return new Side(
        sentence.paragraph(),
        sentence.at(),
        changed.stream().map(range -> range.shifted(start)).toList());
  }
}
