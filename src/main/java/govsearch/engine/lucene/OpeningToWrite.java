package govsearch.engine.lucene;

import govsearch.engine.UnusableIndexException;
import govsearch.engine.lucene.analysis.Analyzers;
import govsearch.engine.lucene.document.ReportCodec;
import govsearch.engine.lucene.snapshot.IndexFormat;
import govsearch.engine.lucene.snapshot.IndexSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.IndexWriterConfig.OpenMode;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;
import org.jspecify.annotations.Nullable;

/** What is looked at before an index is opened for writing, and how Lucene is told to write. */
final class OpeningToWrite {

  private static final double BUFFER_MEBIBYTES = 128;

  private OpeningToWrite() {}

  /**
   * The directory of an index, made where there is none.
   *
   * @throws UnusableIndexException if it cannot be
   */
  static Directory directory(Path path, OpenMode mode) {
    try {
      return mode == OpenMode.CREATE ? IndexFormat.unmapped(path) : IndexFormat.directory(path);
    } catch (IOException e) {
      throw new UnusableIndexException(WriteFailure.of(path, e), e);
    }
  }

  /**
   * The settings that an index goes on with: its own where it stays, those given where it begins.
   *
   * @throws UnusableIndexException if it is to stay and is of another format
   * @throws govsearch.text.ThesaurusMistakeException if a thesaurus to begin with has a mistake
   */
  static IndexSettings settings(Directory directory, Path path, OpenMode mode, IndexSettings given)
      throws IOException {
    if (mode == OpenMode.CREATE) {
      var unused = given.thesaurus(); // a mistake in it is told before anything is done
      IndexFormat.dropUnreadable(directory);
      return given;
    }
    if (DirectoryReader.indexExists(directory)) {
      IndexFormat.check(directory, path);
      return IndexSettings.read(SegmentInfos.readLatestCommit(directory).getUserData());
    }
    return given;
  }

  /** What the last commit carries; null where there is none, or one too old to go on from. */
  static @Nullable Map<String, String> lastCommit(Directory directory) throws IOException {
    if (!DirectoryReader.indexExists(directory)) {
      return null;
    }
    Map<String, String> data = SegmentInfos.readLatestCommit(directory).getUserData();
    return IndexFormat.hasEarlierTexts(data) ? data : null;
  }

  static IndexWriterConfig config(OpenMode mode) {
    return new IndexWriterConfig(Analyzers.forIndex())
        .setOpenMode(mode)
        .setCodec(new ReportCodec())
        .setRAMBufferSizeMB(BUFFER_MEBIBYTES)
        .setUseCompoundFile(mode != OpenMode.CREATE) // few are flushed, and merged soon
        .setCommitOnClose(false);
  }
}
