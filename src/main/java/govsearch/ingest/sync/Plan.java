package govsearch.ingest.sync;

import govsearch.ingest.sync.FolderJoin.Candidate;
import govsearch.ingest.sync.FolderJoin.Gone;
import govsearch.ingest.sync.IngestSummary.Remark;
import govsearch.library.FileRecord;
import govsearch.library.Ledger;
import govsearch.library.SourceStore;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a run has to do: which files to look at, and which of those known are there no more.
 *
 * @param tasks in the order of their folders and paths
 * @param unchanged files that need not be looked at
 * @param skippedBefore of those, how many had something that was not taken
 * @param unsettled files that somebody may be writing; they stay as they are for now
 * @param withoutSource files to look at because what was kept of them is there no more
 * @param warnings of folders, for the summary
 */
record Plan(
    List<Task> tasks,
    List<Gone> gone,
    int unchanged,
    int skippedBefore,
    int unsettled,
    int withoutSource,
    List<Remark> warnings) {

  /**
   * A file to look at.
   *
   * @param known what became of it before; null if it is new
   * @param version as its record will have it
   * @param again whether it is to be read even if its bytes are those that are known
   * @param idWithRoot whether another file has the id of its path: one of another root, or one
   *     whose path differs in its Unicode form only
   */
  record Task(
      Root root,
      Found found,
      @Nullable FileRecord known,
      String version,
      boolean idWithRoot,
      boolean again) {}

  /** Ends the version of a file whose id is not that of its path alone. */
  static final String ID_WITH_ROOT = "|root";

  /**
   * Compares folders with what is known of them.
   *
   * @param roots that the run looks at
   */
  static Plan of(Ledger ledger, List<Root> roots, IngestOptions options, SourceStore sources) {
    FolderJoin join = new FolderJoin(ledger, options, sources);
    options.forgotten().forEach(join::forget);
    roots.stream().sorted(Comparator.comparingInt(Root::order)).forEach(join::compare);
    PathIds ids = ids(ledger, roots, join);
    Map<String, Root> byKey = new HashMap<>();
    roots.forEach(root -> byKey.put(root.key(), root));
    for (FileRecord file : ids.others()) {
      Root root = byKey.get(file.root());
      if (root != null) { // those of other folders wait until it is their turn
        join.reconsider(root, file);
      }
    }
    List<Task> tasks = new ArrayList<>();
    for (Candidate candidate : join.candidates()) {
      boolean idWithRoot = ids.isTaken(candidate.key());
      String version =
          options.version(candidate.root(), candidate.found().path())
              + (idWithRoot ? ID_WITH_ROOT : "");
      tasks.add(
          new Task(
              candidate.root(),
              candidate.found(),
              candidate.known(),
              version,
              idWithRoot,
              candidate.again()));
    }
    tasks.sort(
        Comparator.comparingInt((Task task) -> task.root().order())
            .thenComparing(task -> task.found().path(), FileRecord.PATHS));
    int withoutSource = (int) tasks.stream().filter(Task::again).count();
    return new Plan(
        tasks,
        join.gone(),
        join.unchanged(),
        join.skippedBefore(),
        join.unsettled().size(),
        withoutSource,
        join.warnings());
  }

  private static PathIds ids(Ledger ledger, List<Root> roots, FolderJoin join) {
    Map<String, Integer> orders = new HashMap<>();
    ledger.folders().forEach(folder -> orders.put(folder.root(), folder.order()));
    roots.forEach(root -> orders.put(root.key(), root.order()));
    List<FileKey> coming = new ArrayList<>(join.unsettled());
    join.candidates().forEach(candidate -> coming.add(candidate.key()));
    Set<FileKey> going = new HashSet<>();
    join.gone().forEach(file -> going.add(file.key()));
    return new PathIds(ledger, coming, going, orders);
  }
}
