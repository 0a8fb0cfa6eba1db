package govsearch.engine.lucene.search;

import govsearch.engine.Deadline;
import govsearch.engine.Match;
import govsearch.engine.Passage;
import govsearch.engine.PassageVisitor;
import govsearch.engine.ReportKey;
import govsearch.engine.lucene.count.MatchSet;
import govsearch.engine.lucene.count.ReportWalk;
import govsearch.engine.lucene.document.StoredParagraph;
import govsearch.engine.lucene.snapshot.Segment;
import govsearch.engine.lucene.snapshot.Snapshot;
import govsearch.query.MatchRequest;
import govsearch.report.Section;
import govsearch.text.FoldedText;
import govsearch.text.Literal;
import govsearch.text.Range;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Predicate;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/** Shows texts of matches in the order of the index: what lies together is read together. */
final class PassageVisit {

  /** To unpack where a report is stored takes as long as reading so many paragraphs. */
  static final int OPENING = 3;

  private final Snapshot snapshot;
  private final HitReader reader;
  private final Highlighter highlighter;
  private final MatchRequest request;

  PassageVisit(Snapshot snapshot, HitReader reader, Highlighter highlighter, MatchRequest request) {
    this.snapshot = snapshot;
    this.reader = reader;
    this.highlighter = highlighter;
    this.request = request;
  }

  /**
   * Shows matches; of more than are wanted those of some of the reports, evenly spread.
   *
   * @param most how much is to be read, in paragraphs
   * @param opening as how many paragraphs each report counts besides
   * @return how many were shown
   */
  long show(MatchSet matches, long most, int opening, PassageVisitor visitor) throws IOException {
    boolean isLittle = matches.count() <= most / (1 + opening);
    ReportSample sample = ReportSample.of(isLittle ? 0 : work(matches, opening), most);
    long shown = show(matches, sample, visitor);
    while (shown == 0 && !sample.isWhole()) { // of a few reports that are very long
      sample = sample.larger();
      shown = show(matches, sample, visitor);
    }
    return shown;
  }

  /** What it takes to read all, in paragraphs. */
  private static long work(MatchSet matches, int opening) {
    long[] work = {matches.count()};
    if (opening > 0) {
      ReportWalk.over(matches, (leaf, segment, report, bits, from, to) -> work[0] += opening);
    }
    return work[0];
  }

  /** Shows those of one report; whether more are wanted still. */
  boolean show(
      LeafReaderContext leaf, int report, ReportParagraphs paragraphs, Predicate<Passage> visitor)
      throws IOException {
    Deadline deadline = Deadline.current();
    ReportKey key = ReportKeys.of(snapshot, leaf, report);
    StoredBytes stored = ofReport(leaf, paragraphs.cardinality());
    return paragraphs.show(
        doc -> {
          deadline.check();
          return visitor.test(new Shown(key, leaf.docBase + doc, doc, stored));
        });
  }

  /** Of one paragraph half a block is unpacked, of several the block once. */
  private static StoredBytes ofReport(LeafReaderContext leaf, int paragraphs) throws IOException {
    return paragraphs == 1 ? StoredBytes.of(leaf, 1) : StoredBytes.ofRuns(leaf);
  }

  private long show(MatchSet matches, ReportSample sample, PassageVisitor visitor)
      throws IOException {
    long shown = 0;
    for (LeafReaderContext leaf : snapshot.reader().leaves()) {
      FixedBitSet bits = matches.bits(leaf.ord);
      if (bits != null) {
        shown += show(leaf, bits, sample, visitor);
      }
    }
    return shown;
  }

  private long show(
      LeafReaderContext leaf, FixedBitSet bits, ReportSample sample, PassageVisitor visitor)
      throws IOException {
    Deadline deadline = Deadline.current();
    StoredBytes all = sample.isWhole() ? StoredBytes.of(leaf, bits.cardinality()) : null;
    Segment segment = snapshot.segment(leaf);
    long shown = 0;
    int report = 0;
    int doc = bits.nextSetBit(0);
    while (doc != DocIdSetIterator.NO_MORE_DOCS) {
      report = segment.reportOf(doc, report);
      int end = Math.min(bits.length(), segment.head(report) + 1 + segment.paragraphs(report));
      if (sample.has(segment, report)) {
        ReportKey key = ReportKeys.of(snapshot, leaf, report);
        StoredBytes stored = all == null ? ofReport(leaf, bits.cardinality(doc, end)) : all;
        for (; doc < end; doc = next(bits, doc + 1)) {
          deadline.check();
          visitor.visit(new Shown(key, leaf.docBase + doc, doc, stored));
          shown++;
        }
      } else {
        doc = next(bits, end);
      }
    }
    return shown;
  }

  private static int next(FixedBitSet bits, int from) {
    return from < bits.length() ? bits.nextSetBit(from) : DocIdSetIterator.NO_MORE_DOCS;
  }

  private final class Shown implements Passage {
    private final ReportKey report;
    private final int doc;
    private final int inSegment;
    private final StoredBytes stored;
    private StoredParagraph.@Nullable Beginning beginning;
    private @Nullable List<Range> ranges;
    private @Nullable FoldedText literal;

    Shown(ReportKey report, int doc, int inSegment, StoredBytes stored) {
      this.report = report;
      this.doc = doc;
      this.inSegment = inSegment;
      this.stored = stored;
    }

    private StoredParagraph.Beginning beginning() {
      StoredParagraph.Beginning read = beginning;
      if (read == null) {
        try {
          read = stored.of(inSegment);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
        beginning = read;
      }
      return read;
    }

    @Override
    public ReportKey report() {
      return report;
    }

    @Override
    public int ordinal() {
      return beginning().ordinal();
    }

    @Override
    public Section section() {
      return beginning().section();
    }

    @Override
    public String paragraphId() {
      return beginning().id();
    }

    @Override
    public String text() {
      return beginning().text();
    }

    @Override
    public FoldedText literal() {
      if (literal == null) {
        literal = Literal.of(beginning().text());
      }
      return literal;
    }

    @Override
    public List<Range> ranges() {
      if (ranges == null) {
        ranges = highlighter.ranges(request.query(), request.mode(), beginning().text(), literal());
      }
      return ranges;
    }

    @Override
    public Match match() {
      try {
        return reader.match(doc, request.query(), request.mode());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
