package govsearch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever keeps a collection on a cluster asks it by the same commands. */
class EngineOptionTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "search 普法",
        "collocates 普法",
        "watch 普法",
        "cite u6gbri7lrh6e",
        "revisions u6gbri7lrh6e",
        "compare u6gbri7lrh6e 5kq3zc2vxa7m",
        "batch FILE",
        "matrix --region=临溪县 --year=2024 行政执法",
        "quotes FILE",
        "overlap",
        "selfcheck FILE",
        "status"
      })
  void everyCommandThatReadsACollectionAsksTheEngineThatIsNamed(String command) {
    CommandRun unknown = run(command + " --engine=solr");
    CommandRun unreached = run(command + " --engine=opensearch");

    assertThat(unknown.complaint()).contains("--engine 应是 lucene 或 opensearch");
    assertThat(unreached.complaint()).contains("--opensearch");
  }

  @ParameterizedTest
  @ValueSource(strings = {"verify", "backup BACKUP", "restore BACKUP"})
  void whatOnlyTheEmbeddedEngineHasSaysSoOfACluster(String command) {
    CommandRun refused = run(command + " --engine=opensearch --index=county");

    assertThat(refused.exit()).isEqualTo(Commands.MISUSE);
    assertThat(refused.complaint()).contains("引擎是 opensearch", "--engine lucene");
  }

  private CommandRun run(String command) {
    String[] words = command.split(" ", -1);
    Path draft = CommandRun.SAMPLES.resolve("临溪县").resolve("青崖乡上报稿.txt");
    return CommandRun.of(
        folder,
        Arrays.stream(words)
            .map(word -> word.equals("FILE") ? draft.toString() : word)
            .toArray(String[]::new));
  }
}
