package govsearch.ingest.extract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Reads the text of files. Plain text is decoded here; all else goes to a few worker processes with
 * a heap and a time limit, which are started when first needed and again when a file has cost one
 * its life. For any number of threads.
 */
public final class Extractor implements AutoCloseable {

  /** Text of a report is some ten kilobytes; a file a thousand times as long is none. */
  private static final long MOST_TEXT_BYTES = 16L << 20;

  /** A report with pictures has some megabytes. Each worker and its caller hold one file. */
  private static final long MOST_BYTES = 64L << 20;

  /** What is done for each member of an archive takes that long, if nothing is wrong. */
  private static final Duration PER_MEMBER = Duration.ofMillis(200);

  private final WorkerPool workers;
  private final Settings settings;
  private final SlowFiles slow;

  /**
   * How files are read.
   *
   * @param workers processes at a time at most
   * @param timeLimit of one file
   * @param heapMegabytes of one worker
   * @param ocr whether pages without text are read by tesseract, where it is installed
   */
  public record Settings(int workers, Duration timeLimit, int heapMegabytes, boolean ocr) {

    /** A worker for each core, a minute and half a gigabyte. */
    public static Settings usual() {
      return usual(false);
    }

    /** As usual; where pictures are read, which takes some seconds a page, for ten minutes. */
    public static Settings usual(boolean ocr) {
      return new Settings(
          Runtime.getRuntime().availableProcessors(), Duration.ofMinutes(ocr ? 10 : 1), 512, ocr);
    }
  }

  /** Starts nothing yet. */
  public Extractor(Settings settings) {
    this.settings = settings;
    this.workers = new WorkerPool(settings);
    this.slow = new SlowFiles(settings.timeLimit(), settings.ocr());
  }

  /**
   * The type of a file, of which only both ends are read.
   *
   * @throws RejectedFileException if it is of no type that is read
   */
  public static FileType type(Path file) throws RejectedFileException, IOException {
    return FileTypes.of(file);
  }

  /**
   * The type of an archive's member.
   *
   * @param name the member's, for its extension
   */
  public static FileType type(Path file, String name) throws RejectedFileException, IOException {
    return FileTypes.of(file, name);
  }

  /**
   * The type of bytes.
   *
   * @param name the file's, for its extension
   * @throws RejectedFileException if it is of no type that is read
   */
  public static FileType type(String name, byte[] bytes) throws RejectedFileException {
    return FileTypes.of(name, bytes);
  }

  /**
   * The bytes of a file that is no archive.
   *
   * @throws RejectedFileException if it is longer than any report, without reading it
   */
  public static byte[] read(Path file, FileType type) throws RejectedFileException, IOException {
    refuseLonger(Files.size(file), type);
    return Files.readAllBytes(file);
  }

  private static void refuseLonger(long size, FileType type) throws RejectedFileException {
    long most = type == FileType.TEXT ? MOST_TEXT_BYTES : MOST_BYTES;
    if (size > most) {
      throw new RejectedFileException(
          "文件 " + (size >> 20) + " MB，超过上限 " + (most >> 20) + " MB，不像报告");
    }
  }

  /**
   * The text of a file that is no archive.
   *
   * @throws RejectedFileException with the reason, if there is none to be had
   */
  public Extracted extract(FileType type, byte[] bytes) throws RejectedFileException {
    return extract(type, bytes, settings.timeLimit());
  }

  /**
   * As {@link #extract(FileType, byte[])}, in a time that may be shorter than usual.
   *
   * @throws RejectedFileException with the reason, if there is none to be had
   */
  public Extracted extract(FileType type, byte[] bytes, Duration most)
      throws RejectedFileException {
    refuseLonger(bytes.length, type);
    return switch (type) {
      case TEXT -> text(bytes);
      case ZIP -> throw new IllegalArgumentException("an archive is to be unpacked");
      case HTML, MHTML, DOCX, DOC, RTF, PDF ->
          workers.with(worker -> extract(worker, type, bytes, most));
    };
  }

  private Extracted extract(WorkerProcess worker, FileType type, byte[] bytes, Duration most)
      throws RejectedFileException {
    Duration inThisRun = slow.limit();
    Duration limit = most.compareTo(inThisRun) < 0 ? most : inThisRun;
    long start = System.nanoTime();
    try {
      return worker.extract(type, settings.ocr(), bytes, limit);
    } catch (RejectedFileException e) {
      boolean hurried = limit.compareTo(most) < 0 && limit.compareTo(settings.timeLimit()) < 0;
      if (hurried && System.nanoTime() - start >= limit.toNanos()) {
        throw new RejectedFileException(e.reason() + "；" + slow.givenUp());
      }
      throw e;
    } finally {
      slow.took(System.nanoTime() - start);
    }
  }

  /** How long an archive with all that is in it may take, once it is unpacked. */
  public Duration timeOfArchive(int members) {
    return settings.timeLimit().multipliedBy(2).plus(PER_MEMBER.multipliedBy(members));
  }

  /** What a person should know of how long files took; empty if there is nothing. */
  public Optional<String> slowness() {
    return slow.hurried() == 0
        ? Optional.empty()
        : Optional.of(
            "花在慢文件上的时间已满 "
                + slow.most().toMinutes()
                + " 分钟，有 "
                + slow.hurried()
                + " 个文件因此没有读完就放弃，"
                + RejectedFileException.LATER);
  }

  /**
   * Unpacks an archive and the archives in it. The caller closes what is given.
   *
   * @throws RejectedFileException if nothing of it can be read
   * @throws IOException if there is no room for what is in it
   */
  public UnpackedArchive unpack(Path archive) throws RejectedFileException, IOException {
    UnpackedArchive unpacked = new UnpackedArchive(workers.folder());
    try {
      workers.with(
          worker -> {
            worker.unpack(archive, unpacked);
            return true;
          });
    } catch (RejectedFileException e) {
      if (unpacked.members().isEmpty() && unpacked.refused().isEmpty()) {
        unpacked.close();
        throw e;
      }
      unpacked.refused("", e.reason());
    }
    return unpacked;
  }

  private static Extracted text(byte[] bytes) throws RejectedFileException {
    TextDecoder.Decoded decoded = TextDecoder.decode(bytes);
    List<String> remarks =
        decoded.broken() == 0 ? List.of() : List.of("有 " + decoded.broken() + " 处字节无法解码，以 � 代替");
    return new Extracted(FileType.TEXT, decoded.text(), remarks);
  }

  /** For files that are needed while they are read; gone with this. */
  public Path folder() {
    return workers.folder();
  }

  /** Ends the workers and removes what was unpacked. */
  @Override
  public void close() {
    workers.close();
  }
}
