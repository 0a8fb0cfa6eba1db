package govsearch.engine.lucene.snapshot;

import govsearch.engine.UnusableIndexException;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.index.CheckIndex;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.LockObtainFailedException;
import org.jspecify.annotations.Nullable;

/** Finds damage in an index's files: at a glance when it is opened, or looking at every byte. */
public final class IndexCheck {

  private IndexCheck() {}

  /**
   * Looks at the end of each file, where its checksum stands: cheap, and finds what was cut short
   * or overwritten.
   *
   * @param path for the message
   * @throws UnusableIndexException if one has no end as it should
   */
  public static void atAGlance(Directory directory, Path path) throws IOException {
    long generation = -1;
    while (true) {
      SegmentInfos commit = SegmentInfos.readLatestCommit(directory);
      boolean isLast = commit.getGeneration() == generation;
      generation = commit.getGeneration();
      String damaged = damaged(directory, commit);
      if (damaged == null) {
        return;
      }
      if (isLast) { // or a newer commit has taken the files away
        throw new UnusableIndexException(
            "索引 "
                + path
                + " 的文件 "
                + damaged
                + " 已损坏。请重建：./govsearch index --index "
                + path
                + " 报告目录");
      }
    }
  }

  private static @Nullable String damaged(Directory directory, SegmentInfos commit)
      throws IOException {
    for (String file : commit.files(false)) {
      try (IndexInput input = directory.openInput(file, IOContext.DEFAULT)) {
        CodecUtil.retrieveChecksum(input);
      } catch (CorruptIndexException | NoSuchFileException | EOFException e) {
        return file;
      }
    }
    return null;
  }

  /**
   * Looks at every byte, and at whether the files agree.
   *
   * @return what is wrong, in Chinese; none if all is well
   * @throws UnusableIndexException if there is none, or another process is writing to it
   */
  public static List<String> thoroughly(Path index) {
    List<String> findings = new ArrayList<>();
    try (Directory directory = IndexFormat.existing(index);
        CheckIndex check = new CheckIndex(directory)) {
      check.setLevel(CheckIndex.Level.MIN_LEVEL_FOR_INTEGRITY_CHECKS);
      CheckIndex.Status status = check.checkIndex();
      if (status.missingSegments) {
        findings.add("索引的目录文件读不出来；请用 index 重建");
      }
      if (!status.clean && !status.missingSegments) {
        findings.add(
            "索引的 "
                + Math.max(1, status.numBadSegments)
                + " 个段已损坏，其中约有文档 "
                + status.totLoseDocCount
                + " 个；请用 index 重建");
      }
    } catch (LockObtainFailedException e) {
      throw new UnusableIndexException("索引 " + index + " 正被另一个进程写入，请等它结束后再试", e);
    } catch (IOException | CheckIndex.CheckIndexException e) {
      findings.add("索引读不出来（" + e.getMessage() + "）；请用 index 重建");
    }
    return findings;
  }
}
