package govsearch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import govsearch.engine.lucene.LuceneEngine;
import govsearch.engine.lucene.similar.Vectors;
import govsearch.ingest.manifest.CorrectionFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backup is the collection as of a commit, whatever goes on meanwhile, and can be put back. */
class BackupCommandTest {

  /** How often it is made under load: {@code -Dgovsearch.backups=20} for the trial. */
  private static final int TIMES = Integer.getInteger("govsearch.backups", 3);

  @TempDir private Path folder;
  private Path index;
  private Path reports;

  @BeforeEach
  void makeIndex() throws IOException {
    index = folder.resolve("index");
    reports = Files.createDirectories(folder.resolve("reports"));
    for (int i = 0; i < 12; i++) {
      write(i, "宣讲" + i + "场。");
    }
    CommandRun.of(index, "index", reports.toString());
  }

  private void write(int number, String text) throws IOException {
    Files.writeString(
        reports.resolve("镇" + number + ".txt"),
        "第" + number + "镇2024年法治政府建设情况报告\n一、主要做法\n" + text.repeat(200) + "\n");
  }

  private static String edition(Path of) {
    try (LuceneEngine engine = LuceneEngine.open(of, Duration.ofSeconds(30))) {
      return engine.edition().orElseThrow();
    }
  }

  private static List<Path> files(Path of) throws IOException {
    try (Stream<Path> all = Files.walk(of)) {
      return all.filter(Files::isRegularFile)
          .filter(file -> !file.endsWith("write.lock"))
          .sorted()
          .toList();
    }
  }

  @Test
  void whatIsBackedUpIsPutBackAsItWas() throws IOException {
    Files.writeString(index.resolve(CorrectionFile.FILE), "folder,path,title,sha256\n");
    String before = edition(index);
    Path backup = folder.resolve("备份 一");

    CommandRun made = CommandRun.of(index, "backup", backup.toString());
    assertThat(made.err()).isEmpty();
    assertThat(made.out()).contains("已备份到 " + backup, "报告 12 份", "已逐字节核对");
    Files.delete(index.resolve(CorrectionFile.FILE));
    write(3, "后来改了。");
    CommandRun.of(index, "sync", reports.toString());
    assertThat(edition(index)).isNotEqualTo(before);

    assertThat(CommandRun.of(index, "restore", backup.toString()).complaint())
        .contains("--replace");
    CommandRun restored = CommandRun.of(index, "restore", "--replace", backup.toString());

    assertThat(restored.err()).isEmpty();
    assertThat(restored.out()).contains("报告 12 份");
    assertThat(edition(index)).isEqualTo(before);
    assertThat(index.resolve(CorrectionFile.FILE)).exists();
    assertThat(CommandRun.of(index, "verify").out()).contains("原文 12 份", "索引完好");
    assertThat(CommandRun.of(folder.resolve("new"), "restore", backup.toString()).exit()).isZero();
    assertThat(edition(folder.resolve("new"))).isEqualTo(before);
    assertThat(CommandRun.of(folder.resolve("new"), "verify").exit()).isZero();
    // It goes on like any index.
    CommandRun.of(index, "sync", reports.toString());
    assertThat(CommandRun.of(index, "verify").exit()).isZero();
  }

  /** What a model leaves beside an index; too short to be anything but just begun. */
  private void learn() throws IOException {
    Files.createDirectories(index.resolve("matters"));
    for (String file : Vectors.FILES) {
      Files.writeString(index.resolve(file), "of " + file);
    }
  }

  @Test
  void whatAModelHasLearntComesBackToo() throws IOException {
    learn();
    Path backup = folder.resolve("backup");
    assertThat(CommandRun.of(index, "backup", backup.toString()).exit()).isZero();
    Path restored = folder.resolve("restored");
    assertThat(CommandRun.of(restored, "restore", backup.toString()).exit()).isZero();
    assertThat(Vectors.FILES).contains("vectors.bin", "matters/vectors.bin");
    for (String file : Vectors.FILES) {
      assertThat(restored.resolve(file)).hasContent("of " + file);
    }
    Files.writeString(index.resolve(Vectors.FILES.getLast()), "more");
    CommandRun.of(index, "restore", "--replace", backup.toString());
    assertThat(index.resolve(Vectors.FILES.getLast())).as("has gone on").hasContent("more");
  }

  @Test
  void aServiceGoesOverToWhatWasRestored() throws IOException {
    Path backup = folder.resolve("backup");
    CommandRun.of(index, "backup", backup.toString());
    String before = edition(index);
    Files.delete(reports.resolve("镇1.txt"));
    CommandRun.of(index, "sync", reports.toString());
    try (LuceneEngine serving = LuceneEngine.open(index, Duration.ofSeconds(30))) {
      assertThat(serving.size().reports()).isEqualTo(11);

      CommandRun.of(index, "restore", "--replace", backup.toString());
      serving.refresh();

      assertThat(serving.size().reports()).isEqualTo(12);
      assertThat(serving.edition()).contains(before);
    }
  }

  /** Every state that was committed is noted; each backup must be one of them, and whole. */
  @Test
  void underLoadItIsTheCollectionAsOfACommit() throws Exception {
    Set<String> committed = ConcurrentHashMap.newKeySet();
    committed.add(edition(index));
    AtomicBoolean done = new AtomicBoolean();
    List<Throwable> failures = new ArrayList<>();
    Thread changing =
        Thread.ofPlatform()
            .start(
                () -> {
                  try {
                    change(done, committed);
                  } catch (IOException | RuntimeException | Error e) {
                    failures.add(e);
                  }
                });
    try {
      for (int i = 0; i < TIMES; i++) {
        Path backup = folder.resolve("backup-" + i);
        Path restored = folder.resolve("restored-" + i);
        CommandRun made = CommandRun.of(index, "backup", backup.toString());
        assertThat(made.exit()).as(made.out() + made.err()).isZero();
        assertThat(CommandRun.of(restored, "restore", backup.toString()).exit()).isZero();
        assertThat(CommandRun.of(restored, "verify").exit()).isZero();
        assertThat(edition(restored)).isEqualTo(edition(backup)).isIn(noted(committed, backup));
      }
    } finally {
      done.set(true);
      changing.join();
    }
    assertThat(failures).isEmpty();
    assertThat(committed).hasSizeGreaterThan(TIMES);
  }

  /** The one who commits notes it a moment later. */
  private static Set<String> noted(Set<String> committed, Path backup) throws InterruptedException {
    for (int i = 0; i < 300 && !committed.contains(edition(backup)); i++) {
      Thread.sleep(100);
    }
    return committed;
  }

  /** Reports come, change and go, and their sources with them. */
  private void change(AtomicBoolean done, Set<String> committed) throws IOException {
    Random random = new Random(7);
    try (LuceneEngine reading = LuceneEngine.open(index, Duration.ofSeconds(30));
        Committing writing = new Committing(index, reports)) {
      for (int round = 0; !done.get(); round++) {
        int number = random.nextInt(16);
        if (number % 4 == 0) {
          Files.deleteIfExists(reports.resolve("镇" + number + ".txt"));
        } else {
          write(number, "第" + round + "轮，宣讲" + random.nextInt(1_000) + "场。");
        }
        writing.sync();
        reading.refresh();
        committed.add(reading.edition().orElseThrow());
      }
    }
  }

  @Test
  void aFlippedByteIsFoundInWhicheverFileOfABackup() throws IOException {
    Files.writeString(index.resolve(CorrectionFile.FILE), "folder,path,title,sha256\n");
    learn();
    Path backup = folder.resolve("backup");
    CommandRun.of(index, "backup", backup.toString());
    assertThat(CommandRun.of(backup, "verify").out()).contains("索引完好");
    List<Path> files = files(backup);
    assertThat(files).hasSizeGreaterThan(5);

    for (Path file : files) {
      byte[] bytes = Files.readAllBytes(file);
      byte[] flipped = bytes.clone();
      flipped[bytes.length / 2] ^= 1;
      Files.write(file, flipped);

      CommandRun found = CommandRun.of(backup, "verify");
      assertThat(found.exit()).as(file.toString()).isEqualTo(Commands.PARTLY);
      assertThat(found.out()).as(file.toString()).contains("损坏");
      String before = edition(index);
      CommandRun refused = CommandRun.of(index, "restore", "--replace", backup.toString());
      assertThat(refused.exit()).as(file.toString()).isEqualTo(Commands.PARTLY);
      assertThat(refused.out()).contains("现有的索引未改动");
      assertThat(edition(index)).isEqualTo(before);

      Files.write(file, bytes);
    }
    assertThat(CommandRun.of(backup, "verify").exit()).isZero();
  }

  @Test
  void aFlippedByteIsFoundInEveryKindOfFileOfAnIndex() throws IOException {
    for (Path file : files(index)) {
      byte[] bytes = Files.readAllBytes(file);
      byte[] flipped = bytes.clone();
      flipped[bytes.length / 2] ^= 1;
      Files.write(file, flipped);

      assertThat(CommandRun.of(index, "verify").exit())
          .as(file.toString())
          .isEqualTo(Commands.PARTLY);

      Files.write(file, bytes);
    }
    assertThat(CommandRun.of(index, "verify").exit()).isZero();
  }

  @Test
  void aDamagedIndexGivesNoBackup() throws IOException {
    Path pack =
        files(index).stream().filter(file -> file.toString().endsWith(".pack")).findFirst().get();
    byte[] bytes = Files.readAllBytes(pack);
    bytes[bytes.length / 2] ^= 1;
    Files.write(pack, bytes);
    Path backup = folder.resolve("backup");

    CommandRun made = CommandRun.of(index, "backup", backup.toString());

    assertThat(made.exit()).isEqualTo(Commands.PARTLY);
    assertThat(made.out()).contains("没有备份", "verify");
    assertThat(backup).doesNotExist();
    assertThat(folder.resolve("backup.draft")).doesNotExist();
  }

  @Test
  void whatCannotBeIsRefusedInALine() throws IOException {
    Path full = Files.createDirectories(folder.resolve("full"));
    Files.writeString(full.resolve("a"), "a");

    assertThat(CommandRun.of(index, "backup", full.toString()).complaint()).startsWith("目录不是空的");
    assertThat(CommandRun.of(index, "backup", index.resolve("b").toString()).complaint())
        .startsWith("备份不能放在索引目录里");
    assertThat(CommandRun.of(index, "restore", full.toString()).complaint())
        .startsWith("不是 backup 写的目录");
    assertThat(CommandRun.of(folder.resolve("no"), "backup", folder.resolve("b").toString()).exit())
        .isEqualTo(Commands.MISUSE);
  }
}
