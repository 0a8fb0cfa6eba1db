package govsearch.engine.lucene.snapshot;

import govsearch.engine.UnusableIndexException;
import govsearch.report.ContentHash;
import govsearch.report.Ids;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.FileSwitchDirectory;
import org.apache.lucene.store.Lock;
import org.apache.lucene.store.MMapDirectory;
import org.apache.lucene.store.NIOFSDirectory;

/**
 * Which format and which analysis an index was written with. A reader of another one would find
 * less than is there, and say nothing; so it must not open it.
 */
public final class IndexFormat {

  /**
   * Raise when fields, stored JSON or ids change. What a reader takes for unknown where it is not
   * there need not raise it: hashes of reports, since when they are there, their earlier texts.
   */
  private static final String FORMAT = "13";

  /**
   * Other formats of which a rebuild takes over since when reports are there, and what they said
   * before. One has to go when these are no longer read: see {@code StoredParagraph}.
   */
  private static final List<String> TAKEN_OVER = List.of("11", "12");

  /** Raise when folding, grams, words or structure recognition change. */
  private static final String ANALYSIS = "2";

  /** 64 bits: enough for every edition that anybody will ever quote. */
  private static final int EDITION_DIGITS = 16;

  private static final String FORMAT_KEY = "govsearch.format";
  private static final String ANALYSIS_KEY = "govsearch.analysis";

  /** Lucene's files stand in a folder of their own, beside the sources that the index keeps. */
  private static final String FOLDER = "lucene";

  private IndexFormat() {}

  /** The folder of Lucene's files. */
  public static Path folder(Path index) {
    return index.resolve(FOLDER);
  }

  /** How much stands in the folder; what a commit drops meanwhile may count or not. */
  public static long bytes(Directory directory) throws IOException {
    long bytes = 0;
    for (String file : directory.listAll()) {
      try {
        bytes += directory.fileLength(file);
      } catch (NoSuchFileException | FileNotFoundException e) {
        // dropped
      }
    }
    return bytes;
  }

  /** What the files of norms end with. */
  private static final String LENGTHS = "nvd";

  /** Opens the folder of Lucene's files for writing, making it where it is not there. */
  public static Directory directory(Path index) throws IOException {
    Path folder = index.resolve(FOLDER);
    Files.createDirectories(folder);
    return FSDirectory.open(folder);
  }

  /**
   * Opens the same to write all of it anew. What merges read they read once: were it mapped, all of
   * it would count as memory that is held, several times the heap in a large index. Only lengths
   * are mapped, a hundredth of it: every posting asks for its document's, wherever that stands, and
   * read by the buffer they took a tenth of the time.
   */
  public static Directory unmapped(Path index) throws IOException {
    Path folder = index.resolve(FOLDER);
    Files.createDirectories(folder);
    return new FileSwitchDirectory(
        Set.of(LENGTHS), new MMapDirectory(folder), new NIOFSDirectory(folder), true);
  }

  /**
   * Opens the folder of Lucene's files for reading.
   *
   * @throws UnusableIndexException if there is none; it is not made
   */
  public static Directory existing(Path index) throws IOException {
    Path folder = index.resolve(FOLDER);
    if (!Files.isDirectory(folder)) { // opening would make it
      throw new UnusableIndexException(none(index));
    }
    return FSDirectory.open(folder);
  }

  /** Whether something was ever committed; a first run that was interrupted leaves no commit. */
  public static boolean isCommitted(Path index) throws IOException {
    Path folder = index.resolve(FOLDER);
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (Directory directory = FSDirectory.open(folder)) {
      return DirectoryReader.indexExists(directory);
    }
  }

  /**
   * Deletes an index that Lucene cannot even read, which would keep it from starting a new one. An
   * index that it can read stays until a commit replaces it, and so does one that just cannot be
   * read now: too many files may be open.
   *
   * @throws org.apache.lucene.store.LockObtainFailedException if somebody writes to it
   */
  public static void dropUnreadable(Directory directory) throws IOException {
    try (Lock lock = directory.obtainLock(IndexWriter.WRITE_LOCK_NAME)) {
      if (!isReadable(directory)) {
        for (String file : directory.listAll()) {
          if (!file.equals(IndexWriter.WRITE_LOCK_NAME)) {
            lock.ensureValid();
            directory.deleteFile(file);
          }
        }
      }
    }
  }

  private static boolean isReadable(Directory directory) throws IOException {
    try {
      if (DirectoryReader.indexExists(directory)) {
        SegmentInfos.readLatestCommit(directory);
      }
      return true;
    } catch (CorruptIndexException
        | IndexFormatTooOldException
        | IndexFormatTooNewException
        | EOFException
        | FileNotFoundException
        | NoSuchFileException
        | IllegalArgumentException e) { // the last of a codec that is not known
      return false;
    }
  }

  /**
   * Checks that a commit can be read by this program: another one may have made the index anew.
   *
   * @throws UnusableIndexException if not
   */
  static void check(Map<String, String> commitData) {
    if (!FORMAT.equals(commitData.get(FORMAT_KEY))
        || !ANALYSIS.equals(commitData.get(ANALYSIS_KEY))) {
      throw new UnusableIndexException("索引已由另一个版本的程序重建，格式不同；请重新启动相应版本的服务");
    }
  }

  /** Whether times and earlier texts of a commit can be read, though perhaps nothing else. */
  public static boolean hasEarlierTexts(Map<String, String> commitData) {
    String format = commitData.getOrDefault(FORMAT_KEY, "");
    return FORMAT.equals(format) || TAKEN_OVER.contains(format);
  }

  /**
   * The edition of a collection that this program reads as it does: another way of reading finds
   * other paragraphs in the same files.
   */
  public static String edition(ContentHash sum, long reports) {
    String all = sum + "|" + reports + "|" + ANALYSIS;
    return Ids.sha256(all.getBytes(StandardCharsets.UTF_8)).substring(0, EDITION_DIGITS);
  }

  /**
   * By what texts are cut into what is found by: whatever was cut otherwise finds something else.
   */
  public static String analysis() {
    return ANALYSIS;
  }

  /** What a commit carries; more may be added. */
  public static Map<String, String> commitData() {
    return new HashMap<>(Map.of(FORMAT_KEY, FORMAT, ANALYSIS_KEY, ANALYSIS));
  }

  /**
   * Checks that an index can be read by this program.
   *
   * @param path for the message
   * @throws UnusableIndexException if not
   */
  public static void check(Directory directory, Path path) {
    Map<String, String> found;
    try {
      if (!DirectoryReader.indexExists(directory)) {
        throw new UnusableIndexException(none(path));
      }
      found = SegmentInfos.readLatestCommit(directory).getUserData();
    } catch (IndexNotFoundException e) {
      throw new UnusableIndexException(none(path), e);
    } catch (IOException e) {
      throw new UnusableIndexException(
          "索引 " + path + " 读不出来（" + e.getMessage() + "）。" + rebuild(path), e);
    }
    String format = found.getOrDefault(FORMAT_KEY, "未知");
    String analysis = found.getOrDefault(ANALYSIS_KEY, "未知");
    if (!format.equals(FORMAT) || !analysis.equals(ANALYSIS)) {
      throw new UnusableIndexException(
          "索引 "
              + path
              + " 的格式是 "
              + format
              + "、切分版本是 "
              + analysis
              + "，本程序需要 "
              + FORMAT
              + " 和 "
              + ANALYSIS
              + "。"
              + rebuild(path));
    }
  }

  private static String none(Path path) {
    return "目录 " + path + " 里没有索引。请先运行：./govsearch index 报告目录";
  }

  private static String rebuild(Path path) {
    return "请重建：./govsearch index --index " + path + " 报告目录";
  }
}
