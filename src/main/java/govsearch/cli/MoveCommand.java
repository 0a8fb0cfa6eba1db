package govsearch.cli;

import govsearch.library.FileRecord;
import govsearch.library.Ledger;
import govsearch.library.LibrarySink;
import govsearch.library.SourceStore;
import govsearch.report.Report;
import govsearch.report.ReportHead;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code move}: takes a collection from the embedded engine to a cluster, or back. */
@Command(
    name = "move",
    description = "把内嵌引擎的索引连同文件记录和原文件搬到 OpenSearch，或者搬回来；不重新读报告，搬完之前两边都照常可用",
    customSynopsis =
        "govsearch move --from=目录 --engine=opensearch --opensearch=网址 [--index=名称] [--back]",
    mixinStandardHelpOptions = true)
final class MoveCommand implements Callable<Integer> {
  private final Commands.Places places;

  @Option(names = "--from", paramLabel = "目录", description = "内嵌引擎的索引目录（默认：程序目录下的 index）")
  private @Nullable Path embedded;

  @Option(names = "--index", paramLabel = "名称", description = "OpenSearch 里的索引名称（默认：govsearch）")
  private @Nullable Path index;

  @Option(names = "--back", description = "反过来：从 OpenSearch 搬到内嵌引擎的索引目录")
  private boolean back;

  @Mixin private ThesaurusOption thesaurus = new ThesaurusOption();
  @Mixin private EngineOption engine = new EngineOption();

  MoveCommand(Commands.Places places) {
    this.places = places;
  }

  @Override
  public Integer call() {
    // What is set as the index may be the folder of the one to move.
    boolean isFolder = index != null && index.getNameCount() > 1;
    Store there = engine.store(isFolder ? null : index, places);
    if (there instanceof EmbeddedStore) {
      throw new UserMistakeException("move 在内嵌引擎和 OpenSearch 之间搬：请加上 --engine opensearch");
    }
    Path folder = index == null || !isFolder ? places.index() : index;
    Store here = new EmbeddedStore(embedded == null ? folder : embedded);
    return back ? move(there, here) : move(here, there);
  }

  private int move(Store from, Store to) {
    AtomicLong reports = new AtomicLong();
    try (Store.Opened opened = from.open(places.searchTimeLimit());
        LibrarySink old = from.update(); // nobody else changes it meanwhile
        LibrarySink sink = to.rebuild(thesaurus.settings())) {
      opened.engine().everyReport(head -> put(head, opened, sink, reports));
      SourceStore sources = new SourceStore(to.folder());
      long files = record(old.ledger(), sink, new SourceStore(from.folder()), sources);
      opened.library().overview().runs().reversed().forEach(sink::record);
      sources.sync();
      sink.commit();
      System.out.printf(Locale.ROOT, "搬了报告 %,d 份，文件记录 %,d 条%n", reports.get(), files);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Commands.OK;
  }

  private static void put(
      ReportHead head, Store.Opened opened, LibrarySink sink, AtomicLong reports) {
    Optional<Report> report = opened.engine().report(head.id());
    report.ifPresent(
        whole -> {
          sink.put(whole);
          reports.incrementAndGet();
        });
  }

  private static long record(Ledger ledger, LibrarySink sink, SourceStore from, SourceStore to)
      throws IOException {
    long files = 0;
    for (Ledger.Folder folder : ledger.folders()) {
      try (Ledger.Glances all = ledger.glances(folder.root(), "")) {
        for (Ledger.Glance one = all.next(); one != null; one = all.next()) {
          Optional<FileRecord> file = ledger.file(folder.root(), one.path());
          if (file.isPresent()) {
            sink.record(file.get());
            files++;
          }
          for (String sha256 : one.sources()) {
            copy(sha256, from, to);
          }
        }
      }
    }
    return files;
  }

  private static void copy(String sha256, SourceStore from, SourceStore to) throws IOException {
    Optional<InputStream> kept = from.open(sha256);
    if (kept.isPresent() && !to.contains(sha256)) {
      try (InputStream in = kept.get()) {
        to.keep(sha256, in.readAllBytes());
      }
    }
  }
}
