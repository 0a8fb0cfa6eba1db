package govsearch.http;

import govsearch.engine.Reports;
import govsearch.library.FileRecord;
import govsearch.library.LibraryReader;
import govsearch.library.LibraryReader.Count;
import govsearch.library.LibraryReader.Overview;
import govsearch.library.LibraryReader.SkippedPage;
import govsearch.library.RunRecord;
import govsearch.report.YearDoubt;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code GET library}: the collection, the last runs, and the files that were not taken. */
final class LibraryRoutes {

  private static final Set<String> PARAMETERS = Set.of("size", "cursor");

  private final Reports engine;
  private final LibraryReader library;
  private final boolean changeable;

  /**
   * Of a collection.
   *
   * @param changeable whether those who know a token may change it here
   */
  LibraryRoutes(Reports engine, LibraryReader library, boolean changeable) {
    this.engine = engine;
    this.library = library;
    this.changeable = changeable;
  }

  /** What {@code GET library} answers. */
  record View(
      long reports,
      long paragraphs,
      long files,
      long skippedFiles,
      List<String> folders,
      List<Count> years,
      List<Integer> doubtfulYears,
      List<Count> regions,
      List<RunRecord> runs,
      List<Skipped> skipped,
      boolean changeable,
      @Nullable String edition,
      @Nullable String nextCursor) {}

  /** Something that was not taken: a file, or a member of an archive. */
  record Skipped(String folder, String path, String reason) {}

  void library(Context context) {
    Parameters parameters = Parameters.of(context, PARAMETERS);
    SkippedPage page = library.skipped(parameters.size(), parameters.cursor());
    Overview overview = library.overview();
    List<@Nullable Integer> years = new ArrayList<>();
    overview.years().forEach(count -> years.add(count.year()));
    context.json(
        new View(
            overview.size().reports(),
            overview.size().paragraphs(),
            overview.files(),
            page.total(),
            named(overview.folders()),
            overview.years(),
            YearDoubt.toCome(years),
            overview.regions(),
            overview.runs().stream().map(LibraryRoutes::named).toList(),
            page.files().stream().flatMap(file -> skipped(file).stream()).toList(),
            changeable,
            engine.edition().orElse(null),
            page.nextCursor()));
  }

  private static List<Skipped> skipped(FileRecord file) {
    String folder = named(file.root());
    return file.skipped().stream()
        .map(part -> new Skipped(folder, part.path(), part.reason()))
        .toList();
  }

  /** Where folders stand on the machine is nobody's business but its keeper's. */
  private static String named(String folder) {
    return folder.substring(Math.max(folder.lastIndexOf('/'), folder.lastIndexOf('\\')) + 1);
  }

  private static List<String> named(List<String> folders) {
    return folders.stream().map(LibraryRoutes::named).toList();
  }

  private static RunRecord named(RunRecord run) {
    return new RunRecord(
        run.kind(),
        run.started(),
        run.finished(),
        run.seconds(),
        named(run.folders()),
        run.added(),
        run.replaced(),
        run.removed(),
        run.unchanged(),
        run.skipped());
  }
}
