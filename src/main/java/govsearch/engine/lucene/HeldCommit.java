package govsearch.engine.lucene;

import govsearch.engine.UnusableIndexException;
import govsearch.engine.lucene.snapshot.IndexFormat;
import java.io.Closeable;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.util.IOUtils;

/**
 * The last commit of an index with all its files held open, so that it can be copied while another
 * process goes on writing. Lucene's snapshot deletion policy would do that for the process that
 * writes alone; a file that is open stays readable when a later commit has dropped it, and a commit
 * that loses one before all are open is given up for the later one.
 */
public final class HeldCommit implements Closeable {

  private static final int MOST_TRIES = 100;
  private static final int BUFFER = 1 << 20;

  private final Directory directory;
  private final List<String> names = new ArrayList<>();
  private final List<IndexInput> files = new ArrayList<>();

  private HeldCommit(Directory directory) {
    this.directory = directory;
  }

  /**
   * Holds the last one.
   *
   * @param index the index's directory
   * @throws UnusableIndexException if there is none, or one of another format, or a broken one
   */
  public static HeldCommit of(Path index) {
    Directory directory = null;
    try {
      directory = IndexFormat.existing(index);
      IndexFormat.check(directory, index);
      HeldCommit held = new HeldCommit(directory);
      held.hold();
      return held;
    } catch (IOException e) {
      IOUtils.closeWhileHandlingException(directory);
      throw new UnusableIndexException("索引 " + index + " 打不开：" + e.getMessage(), e);
    } catch (RuntimeException e) {
      IOUtils.closeWhileHandlingException(directory);
      throw e;
    }
  }

  private void hold() throws IOException {
    IOException last = null;
    for (int i = 0; i < MOST_TRIES; i++) {
      SegmentInfos commit = SegmentInfos.readLatestCommit(directory);
      try {
        for (String name : commit.files(true)) {
          files.add(directory.openInput(name, IOContext.READONCE));
          names.add(name);
        }
        return;
      } catch (NoSuchFileException | FileNotFoundException e) {
        release();
        last = e;
      } catch (CorruptIndexException | EOFException e) {
        release();
        throw e;
      }
    }
    throw last == null ? new IOException("no commit") : last;
  }

  private void release() throws IOException {
    IOUtils.close(files);
    files.clear();
    names.clear();
  }

  /**
   * Writes the commit into another index's directory, on disk when this returns.
   *
   * @param to a directory without an index
   */
  public void copy(Path to) throws IOException {
    Path folder = Files.createDirectories(IndexFormat.folder(to));
    byte[] buffer = new byte[BUFFER];
    for (int i = 0; i < files.size(); i++) {
      IndexInput in = files.get(i);
      in.seek(0);
      try (FileChannel out =
          FileChannel.open(
              folder.resolve(names.get(i)),
              StandardOpenOption.CREATE_NEW,
              StandardOpenOption.WRITE)) {
        for (long left = in.length(); left > 0; ) {
          int length = (int) Math.min(left, buffer.length);
          in.readBytes(buffer, 0, length);
          ByteBuffer bytes = ByteBuffer.wrap(buffer, 0, length);
          while (bytes.hasRemaining()) {
            out.write(bytes);
          }
          left -= length;
        }
        out.force(true);
      }
    }
  }

  @Override
  public void close() throws IOException {
    try (directory) {
      release();
    }
  }
}
