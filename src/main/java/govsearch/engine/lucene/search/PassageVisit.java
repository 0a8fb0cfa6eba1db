package govsearch.engine.lucene.search;

import govsearch.engine.Deadline;
import govsearch.engine.Match;
import govsearch.engine.Passage;
import govsearch.engine.PassageVisitor;
import govsearch.engine.ReportKey;
import govsearch.engine.lucene.count.MatchSet;
import govsearch.engine.lucene.document.StoredParagraph;
import govsearch.engine.lucene.snapshot.Segment;
import govsearch.engine.lucene.snapshot.Snapshot;
import govsearch.query.MatchRequest;
import govsearch.report.Section;
import govsearch.text.Range;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/** Shows texts of matches in the order of the index: what lies together is read together. */
final class PassageVisit {

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

  /** Shows all of some matches. */
  void show(MatchSet matches, PassageVisitor visitor) throws IOException {
    Deadline deadline = Deadline.current();
    for (LeafReaderContext leaf : snapshot.reader().leaves()) {
      FixedBitSet bits = matches.bits(leaf.ord);
      if (bits == null) {
        continue;
      }
      StoredBytes stored = StoredBytes.of(leaf, bits.cardinality());
      Segment segment = snapshot.segment(leaf);
      ReportKey key = null;
      int report = -1;
      int doc = bits.nextSetBit(0);
      while (doc != DocIdSetIterator.NO_MORE_DOCS) {
        deadline.check();
        int of = segment.reportOf(doc, Math.max(0, report));
        if (key == null || of != report) {
          report = of;
          key = ReportKeys.of(snapshot, leaf, report);
        }
        visitor.visit(new Shown(key, leaf.docBase + doc, stored.of(doc)));
        doc = doc + 1 < bits.length() ? bits.nextSetBit(doc + 1) : DocIdSetIterator.NO_MORE_DOCS;
      }
    }
  }

  private final class Shown implements Passage {
    private final ReportKey report;
    private final int doc;
    private final StoredParagraph.Beginning beginning;
    private @Nullable List<Range> ranges;

    Shown(ReportKey report, int doc, StoredParagraph.Beginning beginning) {
      this.report = report;
      this.doc = doc;
      this.beginning = beginning;
    }

    @Override
    public ReportKey report() {
      return report;
    }

    @Override
    public int ordinal() {
      return beginning.ordinal();
    }

    @Override
    public Section section() {
      return beginning.section();
    }

    @Override
    public String text() {
      return beginning.text();
    }

    @Override
    public List<Range> ranges() {
      if (ranges == null) {
        ranges = highlighter.ranges(request.query(), request.mode(), beginning.text());
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
