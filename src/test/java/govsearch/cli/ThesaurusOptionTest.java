package govsearch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import govsearch.engine.SimilarResult;
import govsearch.engine.lucene.LuceneEngine;
import govsearch.query.Filters;
import govsearch.query.SimilarRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A person's own thesaurus, from the file to what is said to match, also after a sync. */
class ThesaurusOptionTest {

  @TempDir private Path folder;

  @Test
  void itsConceptsMatchAndStayWithTheIndex() throws IOException {
    Path reports = Files.createDirectory(folder.resolve("reports"));
    Path index = folder.resolve("index");
    Path own = folder.resolve("own.txt");
    Files.writeString(own, "概念：车船老旧\n类别：问题\n说法：渡船漏水、摩托打不着火\n");
    write(reports, "柳湾镇", "巡河的渡船漏水。");

    CommandRun first = CommandRun.of(index, "index", "--thesaurus=" + own, reports.toString());
    assertThat(first.exit()).isZero();
    write(reports, "青崖乡", "送法下乡的摩托打不着火。");
    assertThat(CommandRun.of(index, "sync", reports.toString()).exit()).isZero();

    try (LuceneEngine engine = LuceneEngine.open(index, Duration.ofSeconds(30))) {
      SimilarResult result =
          engine
              .similar(
                  new SimilarRequest(
                      new SimilarRequest.Asked.Text("下乡时摩托打不着火"), Filters.NONE, 10, true))
              .orElseThrow();
      assertThat(result.concepts()).extracting(SimilarResult.Said::concept).contains("车船老旧");
      assertThat(result.hits())
          .filteredOn(hit -> hit.concepts().stream().anyMatch(c -> c.name().equals("车船老旧")))
          .extracting(hit -> hit.report().town())
          .containsExactlyInAnyOrder("柳湾镇", "青崖乡");
    }
  }

  @Test
  void aMistakeInItIsSaidWithItsLine() throws IOException {
    Path own = Files.writeString(folder.resolve("own.txt"), "概念：车船老旧\n种类：问题\n");

    CommandRun run =
        CommandRun.of(
            folder.resolve("index"), "index", "--thesaurus=" + own, CommandRun.SAMPLES.toString());

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.complaint()).contains("own.txt", "第 2 行");
  }

  private static void write(Path reports, String town, String problem) throws IOException {
    Files.writeString(
        reports.resolve(town + ".txt"),
        town + "2024年法治政府建设情况报告\n一、存在问题\n" + problem + "\n二、下一步打算\n添置设备。\n");
  }
}
