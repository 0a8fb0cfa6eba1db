package govsearch.engine.lucene;

import govsearch.engine.UnusableIndexException;
import govsearch.engine.lucene.snapshot.IndexFormat;
import govsearch.engine.lucene.snapshot.IndexSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;

/** Puts another index, such as a backup, in the place of one. */
public final class RestoredIndex {

  private RestoredIndex() {}

  /**
   * Opens an index to do so: what is in it stays until the first commit, and all that the other one
   * has is written by then.
   *
   * @throws UnusableIndexException if another process is writing to either, or the other one is of
   *     another format
   */
  public static LuceneSink open(Path path, Path other) {
    try (Directory from = IndexFormat.existing(other)) {
      IndexFormat.check(from, other);
      Map<String, String> data = SegmentInfos.readLatestCommit(from).getUserData();
      LuceneSink sink = LuceneSink.rebuild(path, IndexSettings.read(data));
      try {
        sink.takeAll(from, data);
        return sink;
      } catch (RuntimeException e) {
        sink.close();
        throw e;
      }
    } catch (IOException e) {
      throw new UnusableIndexException("索引 " + other + " 打不开：" + e.getMessage(), e);
    }
  }
}
