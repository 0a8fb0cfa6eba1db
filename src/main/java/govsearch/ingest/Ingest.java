package govsearch.ingest;

import govsearch.engine.IndexSink;
import govsearch.engine.SourceStore;
import govsearch.ingest.extract.Extractor;
import govsearch.ingest.extract.FileType;
import govsearch.ingest.extract.RejectedFileException;
import govsearch.ingest.extract.UnpackedArchive;
import govsearch.report.Report;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads folders of reports into a sink and commits once at the end. A file that cannot be read
 * costs that file only; every file that is not taken is named with its reason.
 */
public final class Ingest {

  private final IndexSink sink;
  private final SourceStore sources;
  private final Progress progress;
  private final Corrections corrections;
  private final Map<String, String> pathById = new HashMap<>();

  /** Is told of each file as it is done. */
  public interface Progress {
    /**
     * A file is done.
     *
     * @param done files so far
     * @param total files in all
     */
    void file(int done, int total);

    /** Nobody looks. */
    Progress SILENT = (done, total) -> {};
  }

  /** A writer of reports. */
  public Ingest(IndexSink sink, SourceStore sources, Progress progress) {
    this(sink, sources, progress, Corrections.NONE);
  }

  /** A writer of reports as people correct them. */
  public Ingest(IndexSink sink, SourceStore sources, Progress progress, Corrections corrections) {
    this.sink = sink;
    this.sources = sources;
    this.progress = progress;
    this.corrections = corrections;
  }

  private record Task(String root, FileFinder.Found file) {}

  /**
   * Reads all files below the folders, in the order of their paths, and commits.
   *
   * @return what went in and what did not
   * @throws UncheckedIOException if the index's directory takes no more
   */
  public IngestSummary run(List<Path> roots) {
    long start = System.nanoTime();
    IngestSummary.Builder summary = new IngestSummary.Builder();
    List<Task> files = new ArrayList<>();
    for (Path root : roots) {
      String key = Curation.key(root);
      for (FileFinder.Found file : FileFinder.find(root, summary::skipped)) {
        String unused = corrections.version(key, file.path()); // the file is there, be it refused
        files.add(new Task(key, file));
      }
    }
    int done = 0;
    try (Extractor extractor = new Extractor(Extractor.Settings.usual())) {
      for (Task file : files) {
        takeAny(file, extractor, summary);
        progress.file(++done, files.size());
      }
    }
    sink.commit();
    return summary.build(System.nanoTime() - start);
  }

  /** Takes a file, or all that is in an archive. */
  private void takeAny(Task task, Extractor extractor, IngestSummary.Builder summary) {
    FileFinder.Found file = task.file();
    try {
      FileType type = Extractor.type(file.file(), file.path());
      if (type == FileType.ZIP) {
        takeMembers(task, extractor, summary);
      } else {
        take(task, type, extractor, summary);
      }
    } catch (RejectedFileException e) {
      summary.skipped(file.shown(), e.reason());
    } catch (IOException e) {
      summary.skipped(file.shown(), reason(e));
    }
  }

  private void takeMembers(Task task, Extractor extractor, IngestSummary.Builder summary)
      throws RejectedFileException, IOException {
    FileFinder.Found file = task.file();
    try (UnpackedArchive archive = extractor.unpack(file.file())) {
      for (UnpackedArchive.Refused refused : archive.refused()) {
        String name = refused.name().isEmpty() ? "" : "/" + refused.name();
        summary.skipped(file.shown() + name, refused.reason());
      }
      for (UnpackedArchive.Member member : archive.members()) {
        String below = "/" + member.name();
        FileFinder.Found found =
            new FileFinder.Found(member.file(), file.path() + below, file.shown() + below);
        takeAny(new Task(task.root(), found), extractor, summary);
      }
    }
  }

  private void take(Task task, FileType type, Extractor extractor, IngestSummary.Builder summary) {
    FileFinder.Found file = task.file();
    byte[] bytes;
    Report report;
    ReportFactory.Made made;
    try {
      bytes = Extractor.read(file.file(), type);
      made = ReportFactory.of(file.path(), extractor.extract(type, bytes), bytes);
      report = corrections.correct(task.root(), file.path(), made.report());
      refuseDouble(report.id(), file.path());
    } catch (RejectedFileException e) {
      summary.skipped(file.shown(), e.reason());
      return;
    } catch (IOException e) {
      summary.skipped(file.shown(), reason(e));
      return;
    } catch (RuntimeException | StackOverflowError e) { // a defect of ours costs the one file too
      summary.skipped(file.shown(), "处理时程序出错，请报告：" + e);
      return;
    }
    try {
      sources.keep(report.head().source().sha256(), bytes);
    } catch (IOException e) { // no fault of the file's: the next would fare no better
      throw new UncheckedIOException("原文存不进索引目录：" + e.getMessage(), e);
    }
    sink.put(report);
    summary.report(report.paragraphs().size(), bytes.length);
    made.remarks().forEach(remark -> summary.noted(file.shown(), remark));
  }

  private void refuseDouble(String id, String path) throws RejectedFileException {
    String other = pathById.putIfAbsent(id, path);
    if (other != null) {
      throw new RejectedFileException("与另一目录里的 " + other + " 相对路径相同，编号会重复；请把两个目录放到同一上级目录下再建索引");
    }
  }

  static String reason(IOException e) {
    return switch (e) {
      case AccessDeniedException denied -> "没有读取权限";
      case NoSuchFileException gone -> "文件不存在";
      default -> "读取失败：" + e.getMessage();
    };
  }
}
