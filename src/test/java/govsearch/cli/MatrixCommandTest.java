package govsearch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code matrix}: a list that comes along or one's own, against the towns of a county. */
class MatrixCommandTest {

  @TempDir private static Path folder;

  private static Path index;

  @BeforeAll
  static void makeIndex() {
    index = folder.resolve("index");
    assertThat(CommandRun.of(index, "index", CommandRun.SAMPLES.toString()).exit()).isZero();
  }

  private static CommandRun matrix(String... more) {
    String[] all = new String[more.length + 3];
    all[0] = "matrix";
    all[1] = "--region=临溪县";
    all[2] = "--year=2024";
    System.arraycopy(more, 0, all, 3, more.length);
    return CommandRun.of(index, all);
  }

  @Test
  void ownListsFromWindowsAndThoseThatComeAlongAreHeldAgainstTheTowns() throws IOException {
    Path list = folder.resolve("清单.csv");
    Files.write(list, "名称,检索式\r\n普法,普法\r\n".getBytes(Charset.forName("GB18030")));
    CommandRun own = matrix("--public-url=https://reports.example.org", list.toString());

    assertThat(own.exit()).isZero();
    assertThat(own.err()).isEmpty();
    assertThat(own.out().lines().findFirst().orElseThrow())
        .isEqualTo("\uFEFF\"序号\",\"地区\",\"乡镇\",\"2024年度报告\",\"公开日期\",\"普法\"");
    assertThat(own.out()).contains("\"柳湾镇\"", "提及 ", "\"收藏版本 ");
    assertThat(
            matrix("--format=jsonl", "--public-url=https://reports.example.org", list.toString())
                .out())
        .contains("\"address\":\"https://reports.example.org/reports/");
    Path out = folder.resolve("out.xlsx");
    assertThat(matrix("--format=xlsx", "--output=" + out, "行政执法").exit()).isZero();
    assertThat(Files.readAllBytes(out)).startsWith('P', 'K');
  }

  @Test
  void whatCannotBeMeantIsSaid() {
    assertThat(matrix("没有这份").complaint()).contains("没有名为“没有这份”的清单").contains("行政执法");
    assertThat(matrix("--deadline=明天", "行政执法").complaint()).contains("2025-01-31");
    assertThat(CommandRun.of(index, "matrix", "--region=无此县", "--year=2024", "行政执法").complaint())
        .contains("无此县");
  }
}
