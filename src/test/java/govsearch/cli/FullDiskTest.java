package govsearch.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import govsearch.engine.lucene.LuceneEngine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that is full, or that may only be read: one clear line, and the old index is served. */
class FullDiskTest {

  private static final int SAMPLES = 14;

  @TempDir private Path folder;
  private Path disk;
  private Path index;
  private Path more;
  private boolean isMounted;

  @BeforeEach
  void mount() throws Exception {
    disk = Files.createDirectories(folder.resolve("disk"));
    isMounted = isDone("mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", disk.toString());
    assumeTrue(isMounted, "only who may mount has a disk that is full");
    index = disk.resolve("index");
    assertThat(CommandRun.of(index, "index", CommandRun.SAMPLES.toString()).exit()).isZero();
    more = Files.createDirectories(folder.resolve("more"));
    for (int i = 0; i < 20; i++) {
      Files.writeString(
          more.resolve(i + ".txt"),
          "青石" + i + "镇2024年法治政府建设情况报告\n一、做法\n" + ("开展法治宣讲" + i + "场。\n").repeat(200 + i));
    }
  }

  @AfterEach
  void unmount() throws Exception {
    if (isMounted) {
      boolean done = isDone("umount", disk.toString());
      assertThat(done).as(() -> "nothing of it is open any more: " + open()).isTrue();
    }
  }

  /** Which processes, this one first, have what of the disk open or mapped. */
  private List<String> open() {
    List<String> held = new ArrayList<>();
    String mine = Long.toString(ProcessHandle.current().pid());
    Stream.concat(Stream.of(mine), ProcessHandle.allProcesses().map(p -> Long.toString(p.pid())))
        .distinct()
        .forEach(
            pid -> {
              Path process = Path.of("/proc", pid);
              try (Stream<Path> files = Files.list(process.resolve("fd"))) {
                files.map(this::target).filter(f -> f.contains(disk.toString())).forEach(held::add);
                Files.readAllLines(process.resolve("maps")).stream()
                    .filter(line -> line.contains(disk.toString()))
                    .forEach(line -> held.add(pid + " maps " + line));
              } catch (IOException | UncheckedIOException e) { // it has ended, or is not ours
                return;
              }
            });
    return held;
  }

  private String target(Path descriptor) {
    try {
      return descriptor + " -> " + Files.readSymbolicLink(descriptor);
    } catch (IOException e) { // closed since
      return "";
    }
  }

  private static boolean isDone(String... command) throws IOException, InterruptedException {
    try {
      return new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) { // there is no such command here
      return false;
    }
  }

  @Test
  void aFullDiskIsSaidAndLeavesTheOldIndex() throws IOException {
    Path filler = disk.resolve("filler");
    for (int kibibytes : List.of(0, 4, 40)) {
      fill(filler, kibibytes);
      for (String command : List.of("sync", "index")) {
        CommandRun run = CommandRun.of(index, command, more.toString());
        assertThat(run.exit()).as(run.out() + run.err()).isEqualTo(Commands.MISUSE);
        assertThat(run.complaint()).contains("磁盘已满");
        assertThat(reports()).as("%s with %d KiB", command, kibibytes).isEqualTo(SAMPLES);
      }
      Files.delete(filler);
    }
    assertThat(CommandRun.of(index, "sync", more.toString()).exit()).isZero();
    assertThat(reports()).isEqualTo(SAMPLES + 20);
  }

  @Test
  void soIsADiskThatMayOnlyBeRead() throws Exception {
    assertThat(isDone("mount", "-o", "remount,ro", disk.toString())).isTrue();
    for (String command : List.of("sync", "index")) {
      CommandRun run = CommandRun.of(index, command, more.toString());
      assertThat(run.exit()).as(run.out() + run.err()).isEqualTo(Commands.MISUSE);
      assertThat(run.complaint()).contains("无法写入", "只读");
      assertThat(reports()).isEqualTo(SAMPLES);
    }
  }

  /** Leaves as much as that. */
  private static void fill(Path filler, int kibibytes) throws IOException {
    byte[] block = new byte[4 << 10];
    try (var out = Files.newOutputStream(filler, StandardOpenOption.CREATE)) {
      while (true) {
        out.write(block);
      }
    } catch (IOException e) { // full
      try (var channel = Files.newByteChannel(filler, StandardOpenOption.WRITE)) {
        channel.truncate(Math.max(0, channel.size() - (long) kibibytes * 1024));
      }
    }
  }

  private long reports() {
    try (LuceneEngine engine = LuceneEngine.open(index, Duration.ofSeconds(30))) {
      return engine.size().reports();
    }
  }
}
