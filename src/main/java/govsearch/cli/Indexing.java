package govsearch.cli;

import govsearch.engine.lucene.snapshot.IndexSettings;
import govsearch.ingest.manifest.CorrectionChecksum;
import govsearch.ingest.manifest.CorrectionFile;
import govsearch.ingest.places.Gazetteer;
import govsearch.ingest.sync.Curation;
import govsearch.ingest.sync.Ingest;
import govsearch.ingest.sync.IngestOptions;
import govsearch.ingest.sync.IngestSummary;
import govsearch.ingest.sync.Uploads;
import govsearch.library.LibrarySink;
import govsearch.library.SourceStore;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Brings an index to what folders hold, and tells how it went. */
public final class Indexing {

  private static final int MOST_REMARKS = 50;
  private static final double MEGABYTE = 1e6;

  /** What is said of corrections that others than the program have written. */
  static final String CHANGED_CORRECTIONS = "在程序之外改动过，已照用；没有人改过的话，请从备份恢复";

  private Indexing() {}

  /** Rebuilds without a gazetteer. */
  public static IngestSummary rebuild(Path index, List<Path> folders, PrintStream out) {
    return rebuild(new EmbeddedStore(index), folders, null, false, IndexSettings.USUAL, out);
  }

  /**
   * Rebuilds; what was in the index before stays until all is done. What came by upload goes in
   * again.
   *
   * @param gazetteer completes regions; null for none
   * @param ocr whether scans are read
   * @param settings that the index is to have
   * @param out where progress and remarks go
   */
  static IngestSummary rebuild(
      Store store,
      List<Path> folders,
      @Nullable Gazetteer gazetteer,
      boolean ocr,
      IndexSettings settings,
      PrintStream out) {
    requireFiles(folders);
    Curation curation = Curation.of(folders, gazetteer, CorrectionFile.of(store.folder()));
    try (LibrarySink sink = store.rebuild(settings)) {
      IngestOptions options =
          IngestOptions.rebuild(Uploads.in(store.folder())).correctedBy(curation).readingScans(ocr);
      IngestSummary summary = run(sink, store.folder(), options, folders, out);
      print(curation.remarks(), out);
      acceptCorrections(store.folder(), out);
      sink.settle();
      return summary;
    }
  }

  /** They are used as they are now; if it was not a person who changed them, one should know. */
  private static void acceptCorrections(Path folder, PrintStream out) {
    try {
      if (CorrectionChecksum.accept(folder)) {
        out.println("注意  " + CorrectionFile.FILE + "  " + CHANGED_CORRECTIONS);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("更正的校验和存不进索引目录：" + e.getMessage(), e);
    }
  }

  /** Takes what has changed; commits now and then, so that little is lost when it is cut short. */
  static IngestSummary sync(
      Store store,
      IngestOptions options,
      List<Path> folders,
      @Nullable Gazetteer gazetteer,
      PrintStream out) {
    Curation curation = Curation.of(folders, gazetteer, CorrectionFile.of(store.folder()));
    try (LibrarySink sink = store.update()) {
      IngestSummary summary =
          run(sink, store.folder(), options.correctedBy(curation), folders, out);
      print(curation.remarks(), out);
      acceptCorrections(store.folder(), out);
      sink.settle();
      return summary;
    }
  }

  /** Mistakes in manifests, and places that the tables know otherwise. */
  private static void print(List<IngestSummary.Remark> remarks, PrintStream out) {
    for (IngestSummary.Remark remark : remarks.subList(0, Math.min(MOST_REMARKS, remarks.size()))) {
      out.println("注意  " + Shown.named(remark.file(), remark.reason()));
    }
    if (remarks.size() > MOST_REMARKS) {
      out.println("注意  另有 " + (remarks.size() - MOST_REMARKS) + " 处，全部列出：./govsearch check 报告目录");
    }
  }

  /** Refuses folders that are not there, or all empty. */
  public static void requireFiles(List<Path> folders) {
    for (Path folder : folders) {
      if (!Files.exists(folder)) {
        throw new UserMistakeException("找不到目录：" + folder);
      }
    }
    if (folders.stream().noneMatch(Indexing::holdsAFile)) {
      String names = folders.stream().map(Path::toString).collect(Collectors.joining("、"));
      throw new UserMistakeException("目录里没有文件：" + names + "；原有的索引未改动");
    }
  }

  private static IngestSummary run(
      LibrarySink sink, Path folder, IngestOptions options, List<Path> folders, PrintStream out) {
    Ingest.Progress progress = new ProgressBar(out, Terminal.isInteractive());
    return new Ingest(sink, new SourceStore(folder), progress, options).run(folders);
  }

  /**
   * A folder given by mistake must not empty an index. What cannot be looked into may hold some.
   */
  private static boolean holdsAFile(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.anyMatch(Files::isRegularFile);
    } catch (IOException | UncheckedIOException e) {
      return true;
    }
  }

  /** What was read and what was not, and why. */
  public static void print(IngestSummary summary, PrintStream out) {
    for (IngestSummary.Remark noted : summary.noted()) {
      out.println("注意  " + Shown.named(noted.file(), noted.reason()));
    }
    for (IngestSummary.Remark skipped : summary.skipped()) {
      out.println("跳过  " + Shown.named(skipped.file(), skipped.reason()));
    }
    if (summary.skipped().size() > 1) {
      String counts =
          summary.skippedByReason().entrySet().stream()
              .map(reason -> reason.getKey() + " " + reason.getValue() + " 个")
              .collect(Collectors.joining("；"));
      out.println("跳过的原因：" + Shown.text(counts));
    }
    double megabytes = summary.bytes() / MEGABYTE;
    out.printf(
        Locale.ROOT,
        "报告 %,d 份，段落 %,d 个，跳过文件 %,d 个；用时 %.1f 秒，%.2f MB/秒%n",
        summary.reports(),
        summary.paragraphs(),
        summary.skipped().size(),
        summary.seconds(),
        megabytes / Math.max(summary.seconds(), 1e-3));
  }

  /** What a sync has changed, before the summary. */
  static void printChanges(IngestSummary summary, PrintStream out) {
    IngestSummary.Changes changes = summary.changes();
    out.printf(
        Locale.ROOT,
        "文件：新增 %,d 个，更新 %,d 个，移除 %,d 个，未变 %,d 个%n",
        changes.added(),
        changes.replaced(),
        changes.removed(),
        changes.unchanged());
    if (summary.skippedBefore() > 0) {
      out.printf(
          Locale.ROOT, "另有 %,d 个文件以前已跳过，没有变化；原因见 ./govsearch status%n", summary.skippedBefore());
    }
  }
}
