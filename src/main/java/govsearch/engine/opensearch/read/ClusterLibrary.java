package govsearch.engine.opensearch.read;

import govsearch.engine.Upkeep;
import govsearch.engine.Vitals;
import govsearch.library.FileRecord;
import govsearch.library.LibraryReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The collection as a whole: its files and runs, its extent, and how it fares. */
abstract class ClusterLibrary implements LibraryReader, Vitals, Upkeep {
  private final Lending lending;

  ClusterLibrary(Lending lending) {
    this.lending = lending;
  }

  /** Of the commit alone: whoever needs phrases waits for them, so that answers are the same. */
  @Override
  public final long state() {
    return lending.on(asked -> asked.reader().snapshot().state().generation());
  }

  @Override
  public final Overview overview() {
    return lending.on(asked -> new Library(asked.reader()).overview());
  }

  @Override
  public final List<String> folders() {
    return lending.on(asked -> new ArrayList<>(new Library(asked.reader()).folders()));
  }

  @Override
  public final SkippedPage skipped(int size, @Nullable String cursor) {
    return lending.on(asked -> new Library(asked.reader()).skipped(size, cursor));
  }

  @Override
  public final Optional<FileRecord> file(String root, String path) {
    return lending.on(asked -> new Library(asked.reader()).ledger().file(root, path));
  }

  @Override
  public final List<String> ailments() {
    return lending.follower().ailments();
  }

  /** On all of the cluster's disks. */
  @Override
  public final long indexBytes() {
    return lending.on(asked -> new Library(asked.reader()).bytes());
  }

  @Override
  public final Duration sinceRefresh() {
    return lending.follower().sinceRefresh();
  }
}
