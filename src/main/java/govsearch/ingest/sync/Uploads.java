package govsearch.ingest.sync;

import govsearch.engine.Reports;
import govsearch.ingest.FileReading;
import govsearch.ingest.manifest.CorrectionFile;
import govsearch.library.Correctable;
import govsearch.library.FileRecord;
import govsearch.library.Intake;
import govsearch.library.IntakeRefusedException;
import govsearch.library.LibraryReader;
import govsearch.library.LibrarySink;
import govsearch.report.Report;
import govsearch.report.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes in files that came over HTTP. They are kept in a folder beside the index, so that the index
 * can always be made from files alone. A file is kept once the index has its report, and is gone
 * before the index drops it: a process that is killed in between leaves the rest to the next run.
 */
public final class Uploads implements Intake {

  private static final Logger LOG = LoggerFactory.getLogger(Uploads.class);

  private final UploadFolder folder;
  private final LibraryWriter writer;
  private final IntakeTurns turns;
  private final Curator curator;
  private final HandCorrections hand;
  private final boolean ocr;
  private final UploadReading reading;
  private final Reports engine;
  private final LibraryReader library;

  /**
   * The uploads of an index.
   *
   * @param curator of each run
   * @param ocr whether scans are read
   */
  public Uploads(
      Path index,
      LibraryWriter writer,
      Curator curator,
      boolean ocr,
      Reports engine,
      LibraryReader library) {
    this.curator = curator;
    this.hand = new HandCorrections(index);
    this.ocr = ocr;
    this.reading = new UploadReading(ocr);
    this.folder = UploadFolder.of(index);
    this.writer = writer;
    this.turns = new IntakeTurns(writer);
    this.engine = engine;
    this.library = library;
  }

  /** The folder of an index; null if nothing was ever uploaded. */
  public static @Nullable Path in(Path index) {
    UploadFolder folder = UploadFolder.of(index);
    return folder.exists() ? folder.path() : null;
  }

  /** Does what a process that was killed has left undone, and drops what was never taken in. */
  public void resume() {
    if (folder.exists()) {
      turns.run(
          IntakeTurns.UPLOAD,
          sink -> {
            IngestSummary summary = ingest(sink, options(IntakeTurns.UPLOAD)).run(List.of());
            summary.noted().forEach(note -> LOG.warn("{}：{}", note.file(), note.reason()));
            return summary;
          });
    }
  }

  @Override
  public Receipt preview(String path, byte[] bytes, Map<Correctable, String> said) {
    folder.target(path); // refuses what can be none
    FileReading.Read read = reading.read(path, bytes);
    CorrectionFile corrected = HandCorrections.with(hand.now(), read, said);
    Corrections corrections = curator.curation(List.of(), corrected);
    List<Report> reports =
        read.reports().stream()
            .map(r -> corrections.correct(FileRecord.UPLOADS, r.head().source().path(), r))
            .toList();
    return new Receipt(reports, read.skipped(), read.notes());
  }

  @Override
  public Receipt add(String path, byte[] bytes, boolean replace, Map<Correctable, String> said) {
    Path target = folder.target(path);
    FileReading.Read read = reading.read(path, bytes);
    turns.run(
        IntakeTurns.UPLOAD,
        sink -> {
          Runnable taking = () -> take(sink, path, target, bytes, replace);
          if (said.isEmpty()) {
            taking.run();
          } else {
            hand.saying(HandCorrections.with(hand.now(), read, said), taking);
          }
          return true;
        });
    return taken(path, read);
  }

  @Override
  public Report correct(String reportId, Map<Correctable, String> said) {
    Set<Source> sources = Set.copyOf(report(reportId).head().sources());
    turns.run(
        IntakeTurns.CORRECT,
        sink -> {
          new Recuration(sink, writer.sources(), ocr).run(sources, said, hand, curator);
          return true;
        });
    return report(reportId);
  }

  private Report report(String reportId) {
    return engine
        .report(reportId)
        .orElseThrow(
            () ->
                new IntakeRefusedException(
                    IntakeRefusedException.Cause.UNKNOWN, "没有编号为 " + reportId + " 的报告"));
  }

  /**
   * The file is kept once its reports are in the index: what cannot go in is not there tomorrow.
   */
  private void take(LibrarySink sink, String path, Path target, byte[] bytes, boolean replace) {
    try {
      receive(sink, path, target, bytes, replace);
    } catch (IOException e) {
      throw new UncheckedIOException("上传的文件存不进索引目录：" + e.getMessage(), e);
    }
  }

  private void receive(LibrarySink sink, String path, Path target, byte[] bytes, boolean replace)
      throws IOException {
    if (Files.exists(target) && !replace && !Arrays.equals(Files.readAllBytes(target), bytes)) {
      throw new IntakeRefusedException(
          IntakeRefusedException.Cause.EXISTS, "已有上传的文件 " + path + "，内容不同；要替换它请加 replace=true");
    }
    Path received = folder.receive(bytes);
    try {
      Scope only = Scope.of(FileRecord.UPLOADS, List.of(path));
      Ingest ingest =
          ingest(
              sink,
              options(IntakeTurns.UPLOAD).within(only.taking(new Scope.Incoming(received, path))));
      ingest.run(List.of());
      FileRecord outcome = ingest.outcome(FileRecord.UPLOADS, path);
      if (outcome == null || outcome.reports().isEmpty()) {
        Files.deleteIfExists(received);
        ingest(sink, options(IntakeTurns.UPLOAD).within(only)).run(List.of()); // as it was before
        String reason =
            outcome == null || outcome.skipped().isEmpty()
                ? "文件未收录"
                : outcome.skipped().getFirst().reason();
        throw new IntakeRefusedException(IntakeRefusedException.Cause.UNREADABLE, reason);
      }
      UploadFolder.settle(received, target);
    } finally {
      Files.deleteIfExists(received);
    }
  }

  @Override
  public void remove(String reportId) {
    Report report = report(reportId);
    List<Path> files = new ArrayList<>();
    for (Source source : report.head().sources()) {
      UploadedSource.require(source, library);
      files.add(folder.path().resolve(source.path()));
    }
    turns.run(
        IntakeTurns.DELETE,
        sink -> {
          try {
            for (Path file : files) {
              Files.deleteIfExists(file);
            }
          } catch (IOException e) {
            throw new UncheckedIOException("上传的文件删不掉：" + e.getMessage(), e);
          }
          hand.forget(report.head().sources());
          Scope only =
              Scope.of(
                  FileRecord.UPLOADS, report.head().sources().stream().map(Source::path).toList());
          return ingest(sink, options(IntakeTurns.DELETE).within(only)).run(List.of());
        });
  }

  /** As they are in the collection now, where they may have come together with others. */
  private Receipt taken(String path, FileReading.Read read) {
    List<Report> reports = new ArrayList<>();
    FileRecord file = library.file(FileRecord.UPLOADS, path).orElse(null);
    if (file != null) {
      file.reports().forEach(given -> engine.report(given.id()).ifPresent(reports::add));
    }
    return new Receipt(reports.isEmpty() ? read.reports() : reports, read.skipped(), read.notes());
  }

  private IngestOptions options(String kind) {
    return IngestOptions.uploads(kind, folder.path(), curator.curation(List.of(), hand.now()), ocr);
  }

  private Ingest ingest(LibrarySink sink, IngestOptions options) {
    return new Ingest(sink, writer.sources(), Ingest.Progress.SILENT, options);
  }
}
