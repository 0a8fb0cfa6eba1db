package govsearch.ingest.sync;

import govsearch.ingest.FileReading;
import govsearch.ingest.Mishap;
import govsearch.ingest.extract.Extractor;
import govsearch.ingest.extract.FileType;
import govsearch.ingest.extract.ReadFailure;
import govsearch.ingest.extract.RejectedFileException;
import govsearch.library.FileRecord;
import govsearch.library.FileRecord.Given;
import govsearch.library.FileRecord.Skipped;
import govsearch.library.SourceStore;
import govsearch.report.Ids;
import govsearch.report.Report;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Does one file: reads it, keeps it, and takes its reports into the catalog. */
final class FileTask {

  private final Catalog catalog;
  private final SourceStore sources;
  private final Extractor extractor;
  private final IngestOptions options;
  private final Tally tally;

  FileTask(
      Catalog catalog,
      SourceStore sources,
      Extractor extractor,
      IngestOptions options,
      Tally tally) {
    this.catalog = catalog;
    this.sources = sources;
    this.extractor = extractor;
    this.options = options;
    this.tally = tally;
  }

  /**
   * Does a task.
   *
   * @param at its place among the tasks
   */
  void run(int at, Plan.Task task, ByteBudget budget) {
    Found found = task.found();
    Stamp stamp = found.stamp();
    if (stamp == null) {
      unreadable(at, task, Objects.requireNonNullElse(found.reason(), ""));
      return;
    }
    int acquired = budget.acquire(stamp.bytes());
    try {
      String kept = stamp.kept(System.currentTimeMillis());
      FileType type = Extractor.type(found.file(), found.path());
      if (type == FileType.ZIP) {
        readArchive(at, task, kept);
      } else {
        readFile(at, task, kept, type, Extractor.read(found.file(), type));
      }
    } catch (RejectedFileException e) { // by its name, its ends or its length
      unread(at, task, stamp.kept(System.currentTimeMillis()), e.reason());
    } catch (IOException e) {
      unreadable(at, task, ReadFailure.reason(e));
    } catch (
        UncheckedIOException e) { // the index or its folder: the next file would fare no better
      throw e;
    } catch (RuntimeException | Error e) {
      if (catalog.isHalfDone()) {
        throw e;
      }
      unread(at, task, stamp.kept(System.currentTimeMillis()), Mishap.reason(e));
    } finally {
      budget.release(acquired);
    }
  }

  /** Refused without having been read whole, so that there is no hash to know it by. */
  private void unread(int at, Plan.Task task, String kept, String reason) {
    FileRecord known = task.known();
    FileRecord outcome =
        record(task, "", kept, List.of(), skipped(task.found(), reason), List.of());
    if (known != null && outcome.equals(known.seen(task.root().order(), kept))) {
      catalog.seen(outcome);
      tally.done(at, task, outcome, true);
    } else {
      take(at, task, outcome, List.of());
    }
  }

  private void readFile(int at, Plan.Task task, String kept, FileType type, byte[] bytes) {
    String sha256 = Ids.sha256(bytes);
    if (!isSeen(at, task, kept, sha256)) {
      FileReading.Read read = FileReading.read(extractor, task.found().path(), type, bytes);
      read.reports().forEach(report -> keep(report, bytes));
      takeAll(at, task, kept, sha256, read);
    }
  }

  /** Archives may be longer than what fits into memory. */
  private void readArchive(int at, Plan.Task task, String kept)
      throws RejectedFileException, IOException {
    Path file = task.found().file();
    String sha256 = sha256(file);
    if (!isSeen(at, task, kept, sha256)) {
      String path = task.found().path();
      takeAll(at, task, kept, sha256, FileReading.archive(extractor, path, file, this::keep));
    }
  }

  private static String sha256(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      in.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** Whether the bytes, and what reads them, are those that were known; then nothing is done. */
  private boolean isSeen(int at, Plan.Task task, String kept, String sha256) {
    FileRecord known = task.known();
    boolean isSame =
        known != null
            && !task.again()
            && known.sha256().equals(sha256)
            && known.version().equals(task.version())
            && !options.triesAgain(known);
    if (known != null && isSame) {
      catalog.seen(known.seen(task.root().order(), kept));
      tally.done(at, task, known, true);
    }
    return isSame;
  }

  private void takeAll(int at, Plan.Task task, String kept, String sha256, FileReading.Read read) {
    List<Report> reports = new ArrayList<>();
    List<Given> given = new ArrayList<>();
    List<Skipped> skipped = new ArrayList<>(read.skipped());
    Set<String> ids = new HashSet<>();
    for (Report extracted : read.reports()) {
      String path = extracted.head().source().path();
      try {
        Report report = named(task, extracted);
        if (ids.contains(report.id())) {
          report = report.withId(Root.exactId(task.root().key(), report));
        }
        Given gives =
            new Given(
                report.id(),
                Contents.of(report),
                report.paragraphs().size(),
                report.head().source());
        if (ids.add(report.id())) {
          reports.add(report);
          given.add(gives);
        } else {
          skipped.add(new Skipped(path, "编号 " + report.id() + " 与同一文件里的另一份重复"));
        }
      } catch (RuntimeException | Error e) { // costs an archive this member only
        skipped.add(new Skipped(path, Mishap.reason(e)));
      }
    }
    FileRecord outcome = record(task, sha256, kept, given, skipped, read.notes());
    take(at, task, outcome, reports);
  }

  private Report named(Plan.Task task, Report extracted) {
    String path = extracted.head().source().path();
    Report report =
        task.idWithRoot()
            ? extracted.withId(Root.exactId(task.root().key(), extracted))
            : extracted;
    return options.corrections().correct(task.root().key(), path, report);
  }

  private void keep(Report report, byte[] bytes) {
    try {
      sources.keep(report.head().source().sha256(), bytes);
    } catch (IOException e) { // no fault of the file's: the next would fare no better
      throw new UncheckedIOException("原文存不进索引目录：" + e.getMessage(), e);
    }
  }

  /** What was taken from a file that cannot be read just now stays, until it can be again. */
  private void unreadable(int at, Plan.Task task, String reason) {
    FileRecord known = task.known();
    boolean keeps = known != null && !known.reports().isEmpty();
    List<Given> given = known == null ? List.of() : known.reports();
    String sha256 = known == null ? "" : known.sha256();
    String told = keeps ? reason + "；原来收录的保持不变" : reason;
    FileRecord outcome =
        record(task, sha256, "", given, skipped(task.found(), told), List.of())
            .toReadAgain(task.idWithRoot() ? Plan.ID_WITH_ROOT : "");
    catalog.seen(outcome);
    tally.done(at, task, outcome, outcome.equals(known));
  }

  private void take(int at, Plan.Task task, FileRecord outcome, List<Report> reports) {
    tally.done(at, task, catalog.replace(outcome, reports), false);
  }

  private static List<Skipped> skipped(Found found, String reason) {
    return List.of(new Skipped(found.path(), reason));
  }

  private static FileRecord record(
      Plan.Task task,
      String sha256,
      String kept,
      List<Given> given,
      List<Skipped> skipped,
      List<String> notes) {
    Stamp stamp = task.found().stamp();
    return new FileRecord(
        task.root().key(),
        task.root().order(),
        task.found().path(),
        sha256,
        stamp == null ? 0 : stamp.bytes(),
        kept,
        task.version(),
        given,
        skipped,
        notes);
  }
}
