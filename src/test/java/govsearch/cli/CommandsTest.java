package govsearch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Usage and misuse of the command line. */
class CommandsTest {

  @TempDir private Path index;

  @Test
  void withoutACommandItShowsWhichThereAre() {
    CommandRun run = CommandRun.of(index);

    assertThat(run.exit()).isZero();
    assertThat(run.out())
        .contains("serve", "index", "manifest", "check", "search", "bench")
        .doesNotContain("warm-up");
    assertThat(run.err()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "serve", "index", "search", "batch", "bench", "evaluate", "package"})
  void helpIsInChinese(String command) {
    CommandRun run =
        command.isEmpty()
            ? CommandRun.of(index, "--help")
            : CommandRun.of(index, command, "--help");

    assertThat(run.exit()).isZero();
    assertThat(run.out())
        .startsWith("用法：./govsearch")
        .contains("显示用法")
        .doesNotContainPattern("Usage|Show|Print|DEFAULT-VALUE|<");
  }

  @Test
  void nothingIsPackedThatWasNotBuilt() {
    Commands.Places elsewhere =
        new Commands.Places(index, index, index, index, index, Duration.ofSeconds(1));
    CommandRun run = CommandRun.of(elsewhere, "package");

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.complaint()).startsWith("还没有构建").endsWith("请先运行 ./govsearch build");
  }

  @ParameterizedTest
  @CsvSource({
    "foo, 不认识的参数：foo",
    "--foo, 不认识的参数：--foo",
    "serve --prot 80, 不认识的参数：--prot 80",
    "serve --port, 缺少参数：--port",
    "serve --port eighty, 参数 --port 的值不对：eighty",
    "serve --port 1 --port 2, 参数 --port 只能给一次",
    "index, 缺少参数：目录",
    "search --size many a, 参数 --size 的值不对：many",
    "search -法治, 不认识的参数：-法治；以 - 开头的检索式前面要加 -- 和空格",
  })
  void misuseIsSaidInAChineseLineWithWhereTheUsageIs(String line, String complaint) {
    CommandRun run = CommandRun.of(index, line.split(" "));

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.complaint()).isEqualTo(complaint);
    assertThat(run.out()).isEmpty();
  }

  @Test
  void theUsageThatIsPointedAtIsThere() {
    assertThat(CommandRun.of(index, "foo").err()).contains("用法见：./govsearch --help");
    assertThat(CommandRun.of(index, "search", "--foo").err())
        .contains("用法见：./govsearch search --help");
  }

  @Test
  void versionIsOneLine() {
    CommandRun run = CommandRun.of(index, "--version");

    assertThat(run.exit()).isZero();
    assertThat(run.out().lines()).hasSize(1).first().asString().startsWith("govsearch ");
  }
}
