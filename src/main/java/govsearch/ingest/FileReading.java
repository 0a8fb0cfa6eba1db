package govsearch.ingest;

import govsearch.ingest.extract.Extracted;
import govsearch.ingest.extract.Extractor;
import govsearch.ingest.extract.FileType;
import govsearch.ingest.extract.RejectedFileException;
import govsearch.ingest.extract.UnpackedArchive;
import govsearch.library.FileRecord.Skipped;
import govsearch.report.Report;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** From a file's bytes to its reports. */
public final class FileReading {

  /** Raise when the same bytes may give another report, or one where there was none. */
  public static final String VERSION = "4";

  private FileReading() {}

  /** What a file gave. */
  public record Read(List<Report> reports, List<Skipped> skipped, List<String> notes) {

    static Read nothing(String path, String reason) {
      return new Read(List.of(), List.of(new Skipped(path, reason)), List.of());
    }

    private void add(Read other) {
      reports.addAll(other.reports);
      skipped.addAll(other.skipped);
      notes.addAll(other.notes);
    }
  }

  /** Is given the bytes of each report of an archive. */
  public interface Keeper {
    void keep(Report report, byte[] bytes);
  }

  /**
   * Reads a file that is no archive. Never fails: what cannot be read is said to be skipped.
   *
   * @param path below the root, with {@code /}
   */
  public static Read read(Extractor extractor, String path, FileType type, byte[] bytes) {
    return read(path, bytes, () -> extractor.extract(type, bytes));
  }

  private interface Extraction {
    Extracted extract() throws RejectedFileException;
  }

  private static Read read(String path, byte[] bytes, Extraction extraction) {
    try {
      ReportFactory.Made made = ReportFactory.of(path, extraction.extract(), bytes);
      return new Read(List.of(made.report()), List.of(), made.remarks());
    } catch (RejectedFileException e) {
      return Read.nothing(path, e.reason());
    } catch (RuntimeException | Error e) { // a defect of ours costs the one file too
      return Read.nothing(path, Mishap.reason(e));
    }
  }

  /**
   * Reads what is in an archive; members stand below the archive's path.
   *
   * @throws RejectedFileException if nothing of it can be read
   * @throws IOException if there is no room to unpack it
   */
  public static Read archive(Extractor extractor, String path, Path file, Keeper keeper)
      throws RejectedFileException, IOException {
    Read all = new Read(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    try (UnpackedArchive archive = extractor.unpack(file)) {
      for (UnpackedArchive.Refused refused : archive.refused()) {
        String name = refused.name().isEmpty() ? path : path + "/" + refused.name();
        all.skipped.add(new Skipped(name, refused.reason()));
      }
      Duration most = extractor.timeOfArchive(archive.members().size());
      long end = System.nanoTime() + most.toNanos();
      for (UnpackedArchive.Member member : archive.members()) {
        String name = path + "/" + member.name();
        Duration left = Duration.ofNanos(end - System.nanoTime());
        if (left.isPositive()) {
          all.add(member(extractor, name, member.file(), keeper, left));
        } else {
          all.skipped.add(new Skipped(name, "整个压缩包用时已满 " + most.toSeconds() + " 秒，这个文件没有读"));
        }
      }
    }
    return all;
  }

  private static Read member(
      Extractor extractor, String path, Path file, Keeper keeper, Duration most)
      throws IOException {
    try {
      FileType type = Extractor.type(file, path);
      if (type == FileType.ZIP) { // or all limits would begin anew
        return Read.nothing(path, "是压缩包里的压缩包，没有再拆");
      }
      byte[] bytes = Extractor.read(file, type);
      Read read = read(path, bytes, () -> extractor.extract(type, bytes, most));
      read.reports().forEach(report -> keeper.keep(report, bytes));
      return new Read(
          read.reports(),
          read.skipped(),
          read.notes().stream().map(note -> path + "：" + note).toList());
    } catch (RejectedFileException e) {
      return Read.nothing(path, e.reason());
    }
  }
}
