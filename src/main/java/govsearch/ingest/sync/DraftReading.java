package govsearch.ingest.sync;

import govsearch.ingest.FileReading;
import govsearch.ingest.extract.Extractor;
import govsearch.ingest.extract.FileType;
import govsearch.ingest.extract.RejectedFileException;
import govsearch.ingest.places.Gazetteer;
import govsearch.library.DraftReader;
import govsearch.library.IntakeRefusedException;
import govsearch.report.Report;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads drafts in memory, as files of the collection are read; what is no plain text in a process
 * of its own, to which it is handed over a pipe.
 */
public final class DraftReading implements DraftReader {

  /** Stands for the folder that a draft is in. */
  private static final String NO_ROOT = "";

  private static final String PASTED = "draft.txt";

  private final UploadReading reading;
  private final @Nullable Gazetteer gazetteer;

  /**
   * Reads so.
   *
   * @param gazetteer completes regions; null for none
   */
  public DraftReading(@Nullable Gazetteer gazetteer) {
    this.reading = new UploadReading(false);
    this.gazetteer = gazetteer;
  }

  @Override
  public Report read(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    try (Extractor extractor = new Extractor(Extractor.Settings.usual())) {
      FileReading.Read read = FileReading.read(extractor, PASTED, FileType.TEXT, bytes);
      if (read.reports().isEmpty()) {
        throw unreadable(read.skipped().getFirst().reason());
      }
      return completed(read.reports().getFirst());
    }
  }

  @Override
  public Report read(String name, byte[] bytes) {
    String file = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    String path = file.isBlank() ? PASTED : file;
    try {
      if (Extractor.type(path, bytes) == FileType.ZIP) {
        throw unreadable("这是压缩包，请只给一份稿子");
      }
    } catch (RejectedFileException e) {
      throw unreadable(e.reason());
    }
    return completed(reading.read(path, bytes).reports().getFirst());
  }

  private static IntakeRefusedException unreadable(String reason) {
    return new IntakeRefusedException(IntakeRefusedException.Cause.UNREADABLE, reason);
  }

  private Report completed(Report report) {
    return Curation.of(List.of(), gazetteer)
        .correct(NO_ROOT, report.head().source().path(), report);
  }
}
