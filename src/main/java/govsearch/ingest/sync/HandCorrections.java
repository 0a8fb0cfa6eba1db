package govsearch.ingest.sync;

import govsearch.ingest.FileReading;
import govsearch.ingest.manifest.CorrectionFile;
import govsearch.ingest.manifest.CorrectionWriter;
import govsearch.ingest.manifest.CorrectionWriter.InvalidCorrectionException;
import govsearch.library.Correctable;
import govsearch.library.FileRecord;
import govsearch.library.IntakeRefusedException;
import govsearch.report.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The corrections beside an index, as those who change them need them. */
final class HandCorrections {

  private final Path index;

  HandCorrections(Path index) {
    this.index = index;
  }

  /** What is said now. */
  CorrectionFile now() {
    return CorrectionFile.of(index);
  }

  /**
   * What would be said, with more said of a file.
   *
   * @throws IntakeRefusedException if a value cannot be meant
   */
  static CorrectionFile with(
      CorrectionFile said,
      String root,
      String path,
      String sha256,
      Map<Correctable, String> values) {
    Map<String, String> columns = new HashMap<>();
    values.forEach((what, value) -> columns.put(what.code(), value));
    try {
      return CorrectionWriter.with(said, root, path, sha256, columns);
    } catch (InvalidCorrectionException e) {
      throw new IntakeRefusedException(
          IntakeRefusedException.Cause.BAD_VALUE, String.valueOf(e.getMessage()));
    }
  }

  /**
   * Writes what is to be said from now on.
   *
   * @throws IntakeRefusedException if what is there has mistakes, which would be lost
   */
  void write(CorrectionFile said) {
    if (!said.mistakes().isEmpty()) {
      var mistake = said.mistakes().getFirst();
      throw new IntakeRefusedException(
          IntakeRefusedException.Cause.BUSY,
          "索引目录里的 "
              + CorrectionFile.FILE
              + " 第 "
              + mistake.line()
              + " 行有误（"
              + mistake.what()
              + "），请先改正，再更正别的");
    }
    try {
      CorrectionWriter.write(said, index);
    } catch (IOException e) {
      throw new UncheckedIOException("更正存不进索引目录：" + e.getMessage(), e);
    }
  }

  /**
   * Says more while something is done by it; where that fails, what was said before is said again,
   * or the next run would do what is told to have failed.
   */
  void saying(CorrectionFile said, Runnable work) {
    CorrectionFile before = now();
    write(said); // first: what is killed behind it is done by the next run
    try {
      work.run();
    } catch (RuntimeException e) {
      try {
        write(before);
      } catch (RuntimeException unwritten) {
        e.addSuppressed(unwritten);
      }
      throw e;
    }
  }

  /** What is said with a file, said of its one report. */
  static CorrectionFile with(
      CorrectionFile said, FileReading.Read read, Map<Correctable, String> values) {
    if (values.isEmpty()) {
      return said;
    }
    if (read.reports().size() > 1) {
      throw new IntakeRefusedException(
          IntakeRefusedException.Cause.BAD_VALUE, "压缩包里不止一份报告：请先收录，再在各份报告的页面上更正");
    }
    Source source = read.reports().getFirst().head().source();
    return with(said, FileRecord.UPLOADS, source.path(), source.sha256(), values);
  }

  /** Another file at the path would else be corrected like the one that is gone. */
  void forget(List<Source> gone) {
    Set<String> paths = gone.stream().map(Source::path).collect(Collectors.toSet());
    CorrectionFile said = now();
    CorrectionFile left =
        said.without(
            entry ->
                entry.folder().equals(FileRecord.UPLOADS) && paths.contains(entry.row().path()));
    if (left.entries().size() < said.entries().size()) {
      write(left);
    }
  }
}
