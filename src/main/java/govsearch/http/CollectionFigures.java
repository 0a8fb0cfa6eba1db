package govsearch.http;

import govsearch.library.LibraryReader;
import govsearch.library.LibraryReader.Overview;
import govsearch.library.RunRecord;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A collection in numbers, looked at again only when it has changed. */
final class CollectionFigures {

  private final LibraryReader library;
  private @Nullable Overview overview;
  private long state;

  CollectionFigures(LibraryReader library) {
    this.library = library;
  }

  private synchronized Overview overview() {
    long now = library.state();
    Overview known = overview;
    if (known == null || now != state) {
      known = library.overview();
      overview = known;
      state = now;
    }
    return known;
  }

  double reports() {
    return overview().size().reports();
  }

  double paragraphs() {
    return overview().size().paragraphs();
  }

  double files() {
    return overview().files();
  }

  double skipped() {
    return overview().skipped();
  }

  private @Nullable RunRecord lastRun() {
    return overview().runs().isEmpty() ? null : overview().runs().getFirst();
  }

  double lastRunStarted() {
    RunRecord run = lastRun();
    return run == null ? Double.NaN : Instant.parse(run.started()).toEpochMilli() / 1e3;
  }

  double lastRunSeconds() {
    RunRecord run = lastRun();
    return run == null ? Double.NaN : run.seconds();
  }

  double lastRunFinished() {
    RunRecord run = lastRun();
    return run == null ? Double.NaN : run.finished() ? 1 : 0;
  }

  double lastRunSkipped() {
    RunRecord run = lastRun();
    return run == null ? Double.NaN : run.skipped();
  }
}
