package govsearch.ingest.sync;

import govsearch.library.FileRecord;
import govsearch.library.LibrarySink;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * Which report has an id: a manifest may give one to two files. What the ledger says of it is
 * looked up once; what has changed since the last commit is held.
 */
final class ReportIds {

  private static final String NOBODY = "";

  private final LibrarySink sink;
  private final KnownFiles files;
  private final Map<String, String> contentById = new ConcurrentHashMap<>();

  ReportIds(LibrarySink sink, KnownFiles files) {
    this.sink = sink;
    this.files = files;
  }

  /**
   * Claims an id for a report.
   *
   * @param mayTake whether a report of that content has to give it up
   * @return whether it is the report's now
   */
  boolean claim(String id, String content, Predicate<String> mayTake) {
    return content.equals(
        contentById.compute(
            id,
            (key, known) -> {
              String had = known == null ? holder(id) : known;
              return had.equals(NOBODY) || mayTake.test(had) ? content : had;
            }));
  }

  /** Gives up an id that was claimed for a report which is not taken after all. */
  void release(String id, String content) {
    contentById.computeIfPresent(id, (key, had) -> had.equals(content) ? NOBODY : had);
  }

  /** Removes the report of an id, unless it has become that of another one. */
  void drop(String id, Predicate<String> isDropped) {
    contentById.compute(
        id,
        (key, known) -> {
          String had = known == null ? holder(id) : known;
          if (had.equals(NOBODY) || isDropped.test(had)) {
            sink.remove(id);
            return NOBODY;
          }
          return had;
        });
  }

  /** By the ledger: the one whose first file gives it under the id. */
  private String holder(String id) {
    for (FileRecord file : files.ledger().naming(id)) {
      for (FileRecord.Given given : file.reports()) {
        if (given.id().equals(id)) {
          List<Member> members = Member.of(files, given.content());
          if (!members.isEmpty() && members.getFirst().given().id().equals(id)) {
            return given.content();
          }
        }
      }
    }
    return NOBODY;
  }

  /** The ledger has it all now. For who alone uses this. */
  void committed() {
    contentById.clear();
  }
}
