package govsearch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import govsearch.engine.lucene.LuceneEngine;
import govsearch.engine.lucene.LuceneSink;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code index}: what it says and how it ends. */
class IndexCommandTest {

  private static final String SUMMARY =
      "报告 %s 份，段落 [0-9,]+ 个，跳过文件 %s 个；用时 [0-9.]+ 秒，[0-9.]+ MB/秒\n";
  private static final String REPORT = "青石镇2024年法治政府建设情况报告\n一、工作\n普法一次。\n";

  @TempDir private Path folder;
  private Path index;
  private Path reports;

  @BeforeEach
  void makeFolders() throws IOException {
    index = folder.resolve("index");
    reports = Files.createDirectory(folder.resolve("reports"));
  }

  @Test
  void allWentInAndItSaysHowMuch() {
    CommandRun run = CommandRun.of(index, "index", CommandRun.SAMPLES.toString());

    assertThat(run.exit()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).contains("已处理 14/14\n").doesNotContain("\r", "跳过  ");
    assertThat(run.out()).containsPattern(SUMMARY.formatted("14", "0") + "$");
    try (LuceneEngine engine = LuceneEngine.open(index, Duration.ofSeconds(5))) {
      assertThat(engine.size().reports()).isEqualTo(14);
    }
  }

  @Test
  void aSkippedFileIsNamedWithItsReasonAndTheRestGoesIn() throws IOException {
    Files.writeString(reports.resolve("青石镇.txt"), REPORT);
    Files.writeString(reports.resolve("空文件.txt"), "");
    CommandRun run = CommandRun.of(index, "index", reports.toString());

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out()).containsPattern("跳过  .*空文件\\.txt：.+\n");
    assertThat(run.out()).containsPattern(SUMMARY.formatted("1", "1") + "$");
  }

  @Test
  void aFileByItselfGoesInToo() throws IOException {
    Path file = Files.writeString(reports.resolve("青石镇.txt"), REPORT);

    assertThat(CommandRun.of(index, "index", file.toString()).exit()).isZero();
  }

  @Test
  void severalFoldersGoIntoOneIndexWhereOneIsNamed() throws IOException {
    Files.writeString(reports.resolve("青石镇.txt"), REPORT);
    Path other = folder.resolve("elsewhere");
    CommandRun run =
        CommandRun.of(
            index, "index", "--index=" + other, reports.toString(), CommandRun.SAMPLES.toString());

    assertThat(run.out()).containsPattern(SUMMARY.formatted("15", "0") + "$");
    assertThat(other).isDirectory();
    assertThat(index).doesNotExist();
  }

  @Test
  void aFolderThatIsNotThereIsSaidAndTheIndexStaysAsItIs() {
    CommandRun.of(index, "index", CommandRun.SAMPLES.toString());
    CommandRun run =
        CommandRun.of(index, "index", CommandRun.SAMPLES.toString(), folder + "/nowhere");

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.complaint()).isEqualTo("找不到目录：" + folder + "/nowhere");
    assertThat(CommandRun.of(index, "search", "--size=1").out()).contains("共 ");
  }

  @Test
  void anEmptyFolderDoesNotEmptyTheIndex() {
    CommandRun.of(index, "index", CommandRun.SAMPLES.toString());
    String before = CommandRun.of(index, "search", "--size=1").out();
    CommandRun run = CommandRun.of(index, "index", reports.toString());

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.complaint()).isEqualTo("目录里没有文件：" + reports + "；原有的索引未改动");
    assertThat(CommandRun.of(index, "search", "--size=1").out().lines().findFirst())
        .isEqualTo(before.lines().findFirst());
  }

  @Test
  void anIndexThatAnotherProcessWritesIsLeftAlone() {
    try (LuceneSink other = LuceneSink.rebuild(index)) {
      CommandRun run = CommandRun.of(index, "index", CommandRun.SAMPLES.toString());

      assertThat(run.exit()).isEqualTo(2);
      assertThat(run.complaint()).contains(index.toString(), "正被另一个进程写入");
      other.commit();
    }
  }

  @Test
  void anIndexOfAnotherFormatIsRefusedInOneLineThatSaysWhatToDo() throws IOException {
    try (var directory = FSDirectory.open(index.resolve("lucene"));
        IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
      writer.setLiveCommitData(Map.of("govsearch.format", "0").entrySet());
      writer.commit();
    }
    for (String[] line : new String[][] {{"search"}, {"serve", "--port=0"}}) {
      CommandRun run = CommandRun.of(index, line);

      assertThat(run.exit()).isEqualTo(2);
      assertThat(run.complaint()).contains("./govsearch index --index " + index);
      assertThat(run.out()).isEmpty();
    }
    assertThat(CommandRun.of(index, "index", CommandRun.SAMPLES.toString()).exit()).isZero();
    assertThat(CommandRun.of(index, "search", "--size=1").exit()).isZero();
  }
}
