package govsearch.ingest.sync;

import govsearch.ingest.FileReading;
import govsearch.ingest.extract.Extractor;
import govsearch.ingest.extract.FileType;
import govsearch.ingest.extract.RejectedFileException;
import govsearch.library.IntakeRefusedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads a file that came over HTTP, before anything of it is kept. */
final class UploadReading {

  private final boolean ocr;

  /**
   * Reads so.
   *
   * @param ocr whether scans are read
   */
  UploadReading(boolean ocr) {
    this.ocr = ocr;
  }

  /**
   * What a file gives.
   *
   * @throws IntakeRefusedException if that is nothing
   */
  FileReading.Read read(String path, byte[] bytes) {
    FileReading.Read read;
    try (Extractor extractor = new Extractor(Extractor.Settings.usual(ocr))) {
      FileType type = Extractor.type(path, bytes);
      read =
          type == FileType.ZIP
              ? archive(extractor, path, bytes)
              : FileReading.read(extractor, path, type, bytes);
    } catch (RejectedFileException e) {
      throw new IntakeRefusedException(IntakeRefusedException.Cause.UNREADABLE, e.reason());
    } catch (IOException e) {
      throw new UncheckedIOException("上传的文件打不开：" + e.getMessage(), e);
    }
    if (read.reports().isEmpty()) {
      String reason = read.skipped().isEmpty() ? "压缩包里没有文件" : read.skipped().getFirst().reason();
      throw new IntakeRefusedException(IntakeRefusedException.Cause.UNREADABLE, reason);
    }
    return read;
  }

  private static FileReading.Read archive(Extractor extractor, String path, byte[] bytes)
      throws RejectedFileException, IOException {
    Path file = Files.createTempFile(extractor.folder(), "upload", ".zip");
    try {
      Files.write(file, bytes);
      return FileReading.archive(extractor, path, file, (report, source) -> {});
    } finally {
      Files.deleteIfExists(file);
    }
  }
}
