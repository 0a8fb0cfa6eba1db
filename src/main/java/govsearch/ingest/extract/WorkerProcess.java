package govsearch.ingest.extract;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A worker: the same Java and class path with a main class of its own. It is given bytes and gives
 * back text; one that is slow, or says anything unexpected, is killed.
 */
final class WorkerProcess implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(WorkerProcess.class);

  /** By its name, for the class itself would bring the parsers with it. */
  private static final String MAIN = "govsearch.ingest.extract.worker.WorkerMain";

  /** What Java exits with when told to exit on want of memory. */
  private static final int OUT_OF_MEMORY = 3;

  /** An archive of a thousand files may take so much longer to unpack. */
  private static final int LONG_FACTOR = 5;

  private final Extractor.Settings settings;
  private final ScheduledExecutorService watchdog;
  private final Process process;
  private final DataOutputStream out;
  private final DataInputStream in;
  private volatile boolean late;

  private WorkerProcess(
      Extractor.Settings settings, ScheduledExecutorService watchdog, Process process) {
    this.settings = settings;
    this.watchdog = watchdog;
    this.process = process;
    this.out = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
    this.in = new DataInputStream(new BufferedInputStream(process.getInputStream()));
  }

  /**
   * Starts one.
   *
   * @param folder for temporary files, the only one that it is told of
   */
  static WorkerProcess start(
      Extractor.Settings settings, Path folder, ScheduledExecutorService watchdog)
      throws RejectedFileException {
    ProcessBuilder builder = new ProcessBuilder(command(settings, folder));
    Map<String, String> environment = builder.environment();
    environment.keySet().retainAll(List.of("PATH", "LC_ALL", "LANG", "SystemRoot"));
    builder.directory(folder.toFile());
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    try {
      return new WorkerProcess(settings, watchdog, builder.start());
    } catch (IOException e) {
      LOG.error("cannot start a worker", e);
      throw new RejectedFileException("解析进程无法启动：" + e.getMessage());
    }
  }

  private static List<String> command(Extractor.Settings settings, Path folder) {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return List.of(
        java,
        "-Xmx" + settings.heapMegabytes() + "m",
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-XX:+ExitOnOutOfMemoryError",
        "-Xshare:auto",
        "-Xlog:disable",
        "-Dfile.encoding=UTF-8",
        "-Djava.awt.headless=true",
        "-Djava.io.tmpdir=" + folder,
        "-Duser.home=" + folder,
        // No document is fetched for another's sake, from a network or from this machine.
        "-Djavax.xml.accessExternalDTD=",
        "-Djavax.xml.accessExternalSchema=",
        "-Djavax.xml.accessExternalStylesheet=",
        "-cp",
        classPath(),
        MAIN,
        Long.toString(settings.timeLimit().multipliedBy(LONG_FACTOR).toSeconds()));
  }

  /** In full, for the worker has a folder of its own. */
  private static String classPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Has a file read. */
  Extracted extract(FileType type, boolean ocr, byte[] bytes, Duration limit)
      throws RejectedFileException {
    return talk(
        limit,
        () -> {
          out.writeByte(Frames.EXTRACT);
          Frames.write(out, type.name());
          out.writeBoolean(ocr);
          Frames.write(out, bytes, bytes.length);
          out.flush();
          expect(Frames.TEXT);
          String text = Frames.readText(in);
          List<String> remarks = new ArrayList<>();
          for (int left = in.readInt(); left > 0; left--) {
            remarks.add(Frames.readText(in));
          }
          return new Extracted(type, text, remarks);
        });
  }

  /** Takes an archive's members as they come. */
  interface Members {
    void member(String name, byte[] bytes);

    void refused(String name, String reason);
  }

  /**
   * Has an archive unpacked.
   *
   * @throws RejectedFileException if it is broken; what came before was told
   */
  void unpack(Path archive, Members members) throws RejectedFileException {
    talk(
        settings.timeLimit().multipliedBy(LONG_FACTOR),
        () -> {
          out.writeByte(Frames.UNPACK);
          Frames.write(out, archive.toAbsolutePath().toString());
          out.flush();
          while (true) {
            switch (in.readByte()) {
              case Frames.MEMBER -> members.member(Frames.readText(in), Frames.readBytes(in));
              case Frames.REFUSED -> members.refused(Frames.readText(in), Frames.readText(in));
              case Frames.END -> {
                return true;
              }
              case Frames.REJECTED -> throw new RejectedFileException(Frames.readText(in));
              default -> throw new IOException("unexpected answer");
            }
          }
        });
  }

  /** A conversation, which may fail in three ways. */
  private interface Talk<T> {
    T hold() throws IOException, RejectedFileException;
  }

  private <T> T talk(Duration limit, Talk<T> talk) throws RejectedFileException {
    ScheduledFuture<?> alarm =
        watchdog.schedule(this::killForBeingLate, limit.toMillis(), TimeUnit.MILLISECONDS);
    try {
      return talk.hold();
    } catch (IOException e) {
      throw new RejectedFileException(death(limit, e));
    } catch (RuntimeException e) {
      process.destroyForcibly(); // what it still says would be taken for the next answer
      throw e;
    } finally {
      alarm.cancel(false);
    }
  }

  private void expect(byte expected) throws IOException, RejectedFileException {
    byte answer = in.readByte();
    if (answer == Frames.REJECTED) {
      throw new RejectedFileException(Frames.readText(in));
    }
    if (answer != expected) {
      throw new IOException("unexpected answer " + answer);
    }
  }

  private void killForBeingLate() {
    late = true;
    process.destroyForcibly();
  }

  /** What a conversation ended of, once the worker is gone. */
  private String death(Duration limit, IOException cause) {
    int code = end();
    if (late) {
      return "读了 " + limit.toSeconds() + " 秒还没有读完，已放弃（可能是损坏或恶意的文件）";
    }
    if (code == OUT_OF_MEMORY) {
      return "读取所需内存超过上限 " + settings.heapMegabytes() + " MB，已放弃（可能是损坏或恶意的文件）";
    }
    LOG.warn("a worker ended with code {}", code, cause);
    return "解析进程意外退出（代码 " + code + "），已放弃这个文件";
  }

  /** Waits for the end that is coming, or brings it about. */
  private int end() {
    try {
      if (!process.waitFor(2, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
      return process.waitFor();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      return -1;
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
