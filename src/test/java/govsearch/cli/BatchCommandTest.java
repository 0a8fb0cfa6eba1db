package govsearch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code batch}: the same numbers as over HTTP, from a file or standard input. */
class BatchCommandTest {

  @TempDir private static Path folder;

  private static Path index;

  @BeforeAll
  static void makeIndex() {
    index = folder.resolve("index");
    assertThat(CommandRun.of(index, "index", CommandRun.SAMPLES.toString()).exit()).isZero();
  }

  private static String list(String name, String text, Charset charset) throws IOException {
    return Files.write(folder.resolve(name), text.getBytes(charset)).toString();
  }

  @Test
  void everyPhraseHasARow() throws IOException {
    String file = list("phrases.txt", "蒲扇\n没有人这样写\n", StandardCharsets.UTF_8);
    CommandRun run = CommandRun.of(index, "batch", file);

    assertThat(run.exit()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .isEqualTo(
            "\uFEFF\"行号\",\"短语\",\"段落数\",\"报告数\",\"乡镇数\",\"最早年度\",\"最近年度\",\"说明\"\r\n"
                + "1,\"蒲扇\",1,1,1,2025,2025,\"\"\r\n"
                + "2,\"没有人这样写\",0,0,0,\"\",\"\",\"\"\r\n");
  }

  @Test
  void aListFromWindowsAndOneFromStandardInputAreTheSame() throws IOException {
    String file = list("gbk.txt", "蒲扇\r\n执法\r\n", Charset.forName("GB18030"));
    CommandRun fromFile = CommandRun.of(index, "batch", file);
    InputStream in = System.in;
    try {
      System.setIn(new ByteArrayInputStream("蒲扇\n执法".getBytes(StandardCharsets.UTF_8)));
      assertThat(CommandRun.of(index, "batch", "-").out()).isEqualTo(fromFile.out());
    } finally {
      System.setIn(in);
    }
    assertThat(fromFile.out()).contains("\"蒲扇\",1,");
  }

  @Test
  void aBadLineIsSaidInItsRowAndByTheExitCode() throws IOException {
    String file = list("bad.txt", "“”\n蒲扇\n", StandardCharsets.UTF_8);
    CommandRun run = CommandRun.of(index, "batch", "--format=jsonl", file);

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out().lines())
        .satisfiesExactly(
            first -> assertThat(first).contains("\"paragraphs\":null", "没有可以检索的文字"),
            second -> assertThat(second).contains("\"paragraphs\":1,\"reports\":1"));
  }

  @Test
  void anOutputFileIsWrittenWhole() throws IOException {
    String file = list("one.txt", "蒲扇", StandardCharsets.UTF_8);
    Path out = folder.resolve("out.xlsx");
    CommandRun run =
        CommandRun.of(index, "batch", "--format=xlsx", "--output=" + out, "--mode=words", file);

    assertThat(run.exit()).isZero();
    assertThat(run.out()).isEmpty();
    assertThat(Files.readAllBytes(out)).startsWith('P', 'K');
  }

  @Test
  void whatCannotBeReadIsSaid() throws IOException {
    String empty = list("empty.txt", "\n \n", StandardCharsets.UTF_8);
    String many = list("many.txt", "法\n".repeat(1_001), StandardCharsets.UTF_8);
    assertThat(CommandRun.of(index, "batch", "nowhere.txt").complaint()).contains("找不到文件");
    assertThat(CommandRun.of(index, "batch", empty).complaint()).contains("没有短语");
    assertThat(CommandRun.of(index, "batch", many).complaint()).contains("1001");
    assertThat(CommandRun.of(index, "batch", "--mode=fuzzy", many).complaint()).contains("phrase");
    assertThat(CommandRun.of(index, "batch").complaint()).isEqualTo("缺少参数：文件");
  }
}
