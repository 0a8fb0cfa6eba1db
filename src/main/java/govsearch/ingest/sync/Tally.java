package govsearch.ingest.sync;

import govsearch.engine.CollectionSize;
import govsearch.ingest.sync.FolderJoin.Gone;
import govsearch.ingest.sync.IngestSummary.Changes;
import govsearch.ingest.sync.IngestSummary.Remark;
import govsearch.library.FileRecord;
import govsearch.library.FileRecord.Skipped;
import govsearch.library.RunRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Counts what a run does, and keeps its remarks in the order of the files. */
final class Tally {

  private final Plan plan;
  private final String kind;
  private final Instant started;
  private final List<String> folders;
  private final Ingest.Progress progress;

  /** Of files of which there is something to say, by their places among the tasks. */
  private final @Nullable FileRecord[] outcomes;

  private final long start = System.nanoTime();
  private final long bytesToDo;
  private final List<Remark> notes = new ArrayList<>();
  private int done;
  private long bytesDone;
  private long bytesTaken;
  private int added;
  private int replaced;
  private int removed;
  private int unchanged;
  private int skipped;
  private int skippedBefore;

  Tally(Plan plan, List<Root> roots, String kind, Instant started, Ingest.Progress progress) {
    this.plan = plan;
    this.kind = kind;
    this.started = started;
    this.folders = roots.stream().map(Root::key).toList();
    this.progress = progress;
    this.outcomes = new @Nullable FileRecord[plan.tasks().size()];
    this.unchanged = plan.unchanged();
    this.skippedBefore = plan.skippedBefore();
    this.bytesToDo = plan.tasks().stream().mapToLong(Tally::bytes).sum();
  }

  private static long bytes(Plan.Task task) {
    Stamp stamp = task.found().stamp();
    return stamp == null ? 0 : stamp.bytes();
  }

  /**
   * A file is done.
   *
   * @param at its place among the tasks
   * @param isSame whether its bytes, and what reads them, are those that were known
   */
  synchronized void done(int at, Plan.Task task, FileRecord outcome, boolean isSame) {
    FileRecord known = task.known();
    boolean was = known != null && !known.reports().isEmpty();
    boolean is = !outcome.reports().isEmpty();
    if (isSame) {
      unchanged++;
      skippedBefore += outcome.skipped().isEmpty() ? 0 : 1;
    } else {
      boolean isSaid = !outcome.skipped().isEmpty() || !outcome.notes().isEmpty();
      outcomes[at] = isSaid ? outcome : null;
      added += is && !was ? 1 : 0;
      replaced += is && was ? 1 : 0;
      removed += was && !is ? 1 : 0;
      skipped += outcome.skipped().isEmpty() ? 0 : 1;
      bytesTaken += is ? outcome.bytes() : 0;
    }
    bytesDone += bytes(task);
    done++;
    progress.file(new Ingest.Progress.State(done, plan.tasks().size(), bytesDone, bytesToDo));
  }

  /** Something to know of the run as a whole. */
  synchronized void note(String what) {
    notes.add(new Remark("本次运行", what));
  }

  synchronized void removed(Gone file) {
    removed += file.reports() ? 1 : 0;
  }

  synchronized RunRecord run(boolean finished) {
    return new RunRecord(
        kind,
        started.toString(),
        finished,
        seconds(),
        folders,
        added,
        replaced,
        removed,
        unchanged,
        skipped);
  }

  synchronized IngestSummary summary(CollectionSize size) {
    List<Remark> skippedHere = new ArrayList<>(plan.warnings());
    List<Remark> noted = new ArrayList<>(notes);
    for (int i = 0; i < outcomes.length; i++) {
      FileRecord outcome = outcomes[i];
      if (outcome != null) {
        String shown = plan.tasks().get(i).found().shown();
        for (Skipped part : outcome.skipped()) {
          String below = part.path().substring(outcome.path().length());
          skippedHere.add(new Remark(shown + below, part.reason()));
        }
        outcome.notes().forEach(note -> noted.add(new Remark(shown, note)));
      }
    }
    return new IngestSummary(
        (int) size.reports(),
        size.paragraphs(),
        bytesTaken,
        new Changes(added, replaced, removed, unchanged),
        skippedHere,
        skippedBefore,
        noted,
        plan.unsettled(),
        seconds());
  }

  private double seconds() {
    return (System.nanoTime() - start) / 1e9;
  }
}
