package govsearch.ingest.sync;

import static org.assertj.core.api.Assertions.assertThat;

import govsearch.engine.CollectingSink;
import govsearch.library.LibrarySink;
import govsearch.library.SourceStore;
import govsearch.report.Ids;
import govsearch.report.Report;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names that read alike are two files, of which none is lost without a word. */
class SameNameTest {

  private static final String NFC = "\u00e9.txt";
  private static final String NFD = "e\u0301.txt";

  @TempDir private Path folder;
  private Path reports;
  private CollectingSink sink = new CollectingSink();

  @BeforeEach
  void makeFolder() throws IOException {
    reports = Files.createDirectories(folder.resolve("reports"));
  }

  @Test
  void bothUnicodeFormsOfANameAreKept() throws IOException {
    Files.writeString(reports.resolve(NFD), text("甲镇"));
    Files.writeString(reports.resolve(NFC), text("乙镇"));
    Files.writeString(reports.resolve("E.txt"), text("丙镇"));
    Files.writeString(reports.resolve("e.txt"), text("丁镇"));

    assertThat(sync().skipped()).isEmpty();

    assertThat(sink.reports()).hasSize(4).extracting(Report::id).doesNotHaveDuplicates();
    assertThat(sink.report(Ids.reportId(NFC)).orElseThrow().head().source().path()).isEqualTo(NFC);
  }

  /** The link to the one that was there first goes on working. */
  @Test
  void theOneThatCameFirstKeepsItsId() throws IOException {
    Files.writeString(reports.resolve(NFD), text("甲镇"));
    sync();
    Files.writeString(reports.resolve(NFC), text("乙镇"));
    sync();
    assertThat(sink.reports()).hasSize(2);
    assertThat(sink.report(Ids.reportId(NFC)).orElseThrow().head().source().path()).isEqualTo(NFD);
    Files.delete(reports.resolve(NFD));
    sync();
    assertThat(sink.reports()).singleElement().matches(r -> r.head().source().path().equals(NFC));
  }

  @Test
  void bothAreKeptOfAnArchiveToo() throws IOException {
    try (ZipOutputStream zip =
        new ZipOutputStream(Files.newOutputStream(reports.resolve("a.zip")))) {
      for (String name : List.of(NFC, NFD)) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text(name).getBytes(StandardCharsets.UTF_8));
      }
    }
    assertThat(sync().skipped()).isEmpty();
    assertThat(sink.reports()).hasSize(2).extracting(Report::id).doesNotHaveDuplicates();
  }

  @Test
  void anIdThatAManifestGivesToBothIsTheFirstOnesAndTheOtherIsNamed() throws IOException {
    writeTwoWithOneId();

    IngestSummary summary = sync();

    assertThat(sink.reports().size() + summary.skipped().size()).isEqualTo(2);
    assertThat(sink.report("own")).isPresent();
  }

  /** One thread has put the report and not yet written whose it is when the other one asks. */
  @Test
  void anIdThatIsJustBeingTakenIsNotTakenAgain() throws IOException {
    CountDownLatch both = new CountDownLatch(2);
    LibrarySink slow =
        (LibrarySink)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {LibrarySink.class},
                (proxy, method, arguments) -> {
                  Object result = method.invoke(sink, arguments);
                  if (method.getName().equals("put")) {
                    both.countDown();
                    boolean unused = both.await(300, TimeUnit.MILLISECONDS);
                  }
                  return result;
                });
    writeTwoWithOneId();

    IngestSummary summary = sync(slow);

    assertThat(sink.reports().size() + summary.skipped().size()).isEqualTo(2);
    assertThat(sink.report("own")).isPresent();
  }

  private void writeTwoWithOneId() throws IOException {
    Files.writeString(reports.resolve(NFC), text("甲镇"));
    Files.writeString(reports.resolve(NFD), text("乙镇"));
    Files.writeString(reports.resolve("reports.csv"), "path,id\n" + NFC + ",own\n");
  }

  private IngestSummary sync() {
    return sync(sink);
  }

  private IngestSummary sync(LibrarySink into) {
    return new Ingest(
            into,
            new SourceStore(folder.resolve("index")),
            Ingest.Progress.SILENT,
            IngestOptions.sync(null, false, false).correctedBy(Curation.of(List.of(reports), null)))
        .run(List.of(reports));
  }

  private static String text(String town) {
    return town + "2024年法治政府建设情况报告\n一、做法\n" + town + "宣讲若干场，调解纠纷若干件。\n";
  }
}
