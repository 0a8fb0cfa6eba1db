package govsearch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import govsearch.engine.Embedder;
import govsearch.engine.Learnt;
import govsearch.engine.lucene.LuceneEngine;
import govsearch.http.ServerSettings;
import govsearch.ingest.manifest.CorrectionChecksum;
import govsearch.ingest.manifest.CorrectionFile;
import govsearch.library.Correctable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of an index that everything was done with, no file may change without {@code verify} telling. */
class FlippedByteTest {

  private static final Duration TIME_LIMIT = Duration.ofSeconds(30);

  /** So long that texts are deflated against the first of them. */
  private static final int SENTENCES = 150;

  @TempDir private Path folder;
  private Path index;
  private Path reports;

  @BeforeEach
  void doEverything() throws Exception {
    index = folder.resolve("index");
    reports = Files.createDirectories(folder.resolve("reports"));
    write("先收的镇", 1);
    CommandRun.of(index, "index", reports.toString());
    for (String town : List.of("松溪镇", "杏坪乡", "柳塘镇", "枫坞镇")) {
      write(town, SENTENCES);
    }
    write("先收的镇", 2); // a revision, and a source that nobody needs any more
    CommandRun.of(index, "sync", reports.toString());
    Store store = new EmbeddedStore(index);
    try (Store.Opened opened = store.open(TIME_LIMIT);
        LibraryChanges changes =
            new LibraryChanges(store, opened, List.of(), null, false, "known-to-nobody-else")) {
      ServerSettings.Admin admin = changes.admin();
      byte[] text = text("上传的镇", SENTENCES).getBytes(StandardCharsets.UTF_8);
      String id = admin.intake().add("上传的镇.txt", text, false).reports().getFirst().head().id();
      admin.intake().correct(id, Map.of(Correctable.YEAR, "2023"));
      LuceneEngine engine = opened.embedded();
      engine.learn(new Fake());
      for (int i = 0; i < 600 && engine.learnt().state() != Learnt.State.ON; i++) {
        Thread.sleep(50);
      }
      assertThat(engine.learnt().state()).isEqualTo(Learnt.State.ON);
    }
    assertThat(verify().out()).contains("索引完好");
  }

  private void write(String town, int sentences) throws IOException {
    Files.writeString(reports.resolve(town + ".txt"), text(town, sentences));
  }

  private static String text(String town, int sentences) {
    StringBuilder text = new StringBuilder(town + "2024年法治政府建设情况报告\n一、主要做法\n");
    for (int i = 0; i < sentences; i++) {
      text.append(town).append("第").append(i).append("次在各村宣讲，到场群众若干人。\n");
    }
    return text + "二、存在的问题\n（一）" + town + "的普法经费不足。\n三、下一步打算\n（一）把普法经费列入预算。\n";
  }

  /** Of one mind about everything. */
  private record Fake() implements Embedder {
    @Override
    public String id() {
      return "a".repeat(64);
    }

    @Override
    public int dimension() {
      return 3;
    }

    @Override
    public float[] embed(String text) {
      return new float[] {1, 0, 0};
    }

    @Override
    public float[] embedQuestion(String text) {
      return embed(text);
    }

    @Override
    public void close() {}
  }

  private CommandRun verify() {
    return CommandRun.of(index, "verify");
  }

  private List<String> files() throws IOException {
    try (Stream<Path> all = Files.walk(index)) {
      return all.filter(Files::isRegularFile)
          .filter(file -> file.toFile().length() > 0) // of a lock there is nothing to flip
          .map(file -> index.relativize(file).toString())
          .sorted()
          .toList();
    }
  }

  @Test
  void aByteThatFlipsIsFoundInEachKindOfFile() throws IOException {
    List<String> files = files();
    assertThat(files)
        .contains(
            CorrectionFile.FILE,
            CorrectionChecksum.FILE,
            "vectors.bin",
            "uploads/上传的镇.txt",
            "sources/texts.dictionary",
            "sources/000001.pack",
            "sources/000001.index")
        .anyMatch(file -> file.startsWith("lucene/segments_"))
        .anyMatch(file -> file.startsWith("lucene/_"));

    for (String name : files) {
      Path file = index.resolve(name);
      byte[] bytes = Files.readAllBytes(file);
      for (int at : new int[] {bytes.length / 2, bytes.length - 1}) {
        byte[] flipped = bytes.clone();
        flipped[at] ^= 1;
        Files.write(file, flipped);

        CommandRun found = verify();

        assertThat(found.exit()).as("%s at %s: %s", name, at, found.out()).isEqualTo(1);
        assertThat(found.out()).as(name).containsPattern("损坏|改动");
      }
      Files.write(file, bytes);
    }
    assertThat(verify().exit()).isZero();
  }

  @Test
  void whatAPersonChangesInTheTableOfCorrectionsIsToldAndUsed() throws IOException {
    Path table = index.resolve(CorrectionFile.FILE);
    Files.writeString(table, Files.readString(table).replace("2023", "2022"));

    assertThat(verify().out()).contains("改动  corrections.csv", "自己改过：运行 sync");
    CommandRun sync = CommandRun.of(index, "sync", reports.toString());

    assertThat(sync.out()).contains("注意  corrections.csv  在程序之外改动过，已照用");
    assertThat(CommandRun.of(index, "status").out()).contains("2022 1 份");
    assertThat(verify().exit()).isZero();
    assertThat(CommandRun.of(index, "sync", reports.toString()).out()).doesNotContain("改动过");
  }

  @Test
  void whatAnOlderVersionWroteWithoutAChecksumIsGoodAndGetsOne() throws IOException {
    Files.delete(index.resolve(CorrectionChecksum.FILE));

    assertThat(verify().exit()).isZero();
    assertThat(CommandRun.of(index, "sync", reports.toString()).out()).doesNotContain("改动过");
    assertThat(index.resolve(CorrectionChecksum.FILE)).exists();
    Files.delete(index.resolve(CorrectionFile.FILE));
    assertThat(verify().out()).contains("改动  corrections.csv");
  }

  @Test
  void aBackupHasTheCorrectionsWithTheirChecksum() throws IOException {
    Path backup = folder.resolve("backup");
    CommandRun.of(index, "backup", backup.toString());
    assertThat(CommandRun.of(backup, "verify").exit()).isZero();
    Path other = folder.resolve("other");

    assertThat(CommandRun.of(other, "restore", backup.toString()).exit()).isZero();

    assertThat(CommandRun.of(other, "verify").exit()).isZero();
    Path table = other.resolve(CorrectionFile.FILE);
    Files.writeString(table, Files.readString(table).replace("2023", "2022"));
    assertThat(CommandRun.of(other, "verify").out()).contains("改动  corrections.csv");
    // Whoever has changed something by hand gets a backup all the same.
    assertThat(CommandRun.of(other, "backup", folder.resolve("b2").toString()).exit()).isZero();
  }
}
