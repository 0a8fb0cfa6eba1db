package govsearch.ingest.sync;

import static org.assertj.core.api.Assertions.assertThat;

import govsearch.engine.CollectingSink;
import govsearch.library.SourceStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is not of the folder is not read, whatever stands in the folder for it. */
class LinksTest {

  private static final String SECRET = "绝密镇";

  @TempDir private Path folder;
  private Path reports;
  private Path outside;
  private final CollectingSink sink = new CollectingSink();

  @BeforeEach
  void writeFiles() throws IOException {
    reports = Files.createDirectories(folder.resolve("reports/县"));
    outside = Files.createDirectories(folder.resolve("outside"));
    Files.writeString(reports.resolve("a.txt"), text("甲镇"));
    Files.writeString(outside.resolve("s.txt"), text(SECRET));
  }

  @Test
  void linksOutOfTheFolderAreRefusedByName() throws IOException {
    Files.createSymbolicLink(reports.resolve("file.txt"), outside.resolve("s.txt"));
    Files.createSymbolicLink(reports.resolve("relative.txt"), Path.of("../../outside/s.txt"));
    Files.createSymbolicLink(reports.resolve("folder"), outside);
    Files.createSymbolicLink(reports.resolve("chain.txt"), reports.resolve("file.txt"));
    Files.createSymbolicLink(reports.resolve("gone.txt"), outside.resolve("none.txt"));

    IngestSummary summary = sync();

    assertThat(summary.skipped())
        .extracting(remark -> remark.file().substring(remark.file().lastIndexOf('/') + 1))
        .containsExactlyInAnyOrder("file.txt", "relative.txt", "folder", "chain.txt", "gone.txt");
    assertThat(summary.skipped()).allMatch(remark -> remark.reason().contains("链接"));
    assertThat(sink.reports().toString()).doesNotContain(SECRET);
    assertThat(sink.reports()).hasSize(1);
  }

  @Test
  void linksThatStayInsideAreFollowed() throws IOException {
    Files.createSymbolicLink(reports.resolve("b.txt"), reports.resolve("a.txt"));

    IngestSummary summary = sync();

    assertThat(summary.skipped()).isEmpty();
    assertThat(sink.reports()).hasSize(1);
    assertThat(sink.reports().getFirst().head().sources()).hasSize(2);
  }

  @Test
  void aManifestThatIsALinkIsNotRead() throws IOException {
    Files.writeString(outside.resolve("m.csv"), "path,town\n县/a.txt,乙镇\n");
    Files.createSymbolicLink(reports.getParent().resolve("reports.csv"), outside.resolve("m.csv"));

    assertThat(Curation.of(List.of(reports.getParent()), null).remarks()).isEmpty();
  }

  private IngestSummary sync() {
    return new Ingest(
            sink,
            new SourceStore(folder.resolve("index")),
            Ingest.Progress.SILENT,
            IngestOptions.sync(null, false, false))
        .run(List.of(reports.getParent()));
  }

  private static String text(String town) {
    return town + "2024年法治政府建设情况报告\n一、做法\n" + town + "宣讲若干场，调解纠纷若干件。\n";
  }
}
