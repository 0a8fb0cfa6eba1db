package govsearch.library;

import static org.assertj.core.api.Assertions.assertThat;

import govsearch.engine.CollectionSize;
import govsearch.engine.SampleReports;
import govsearch.library.FileRecord.Given;
import govsearch.library.FileRecord.Skipped;
import govsearch.library.Ledger.Glance;
import govsearch.library.Ledger.Glances;
import govsearch.report.Ids;
import govsearch.report.Report;
import govsearch.report.Source;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every ledger answers, whichever engine keeps it. */
public abstract class LedgerContract {

  private static final String A = "/reports/a";
  private static final String B = "/reports/b";
  private static final String NFC = "县/\u00e9.txt";
  private static final String NFD = "县/e\u0301.txt";

  private LibrarySink sink;

  /** A library without anything in it. */
  protected abstract LibrarySink empty();

  @BeforeEach
  void open() {
    sink = empty();
  }

  @AfterEach
  void close() {
    sink.close();
  }

  private static String hash(String of) {
    return Ids.sha256(of.getBytes(StandardCharsets.UTF_8));
  }

  private static FileRecord file(String root, String path, String... contents) {
    List<Given> given = new ArrayList<>();
    for (String content : contents) {
      Source source = new Source(path, null, hash(content), 10);
      given.add(new Given(Ids.reportId(path), content, 3, source));
    }
    int order = root.equals(A) ? 0 : 1;
    return new FileRecord(
        root, order, path, hash(path), 10, "10 stamp", "1|", given, List.of(), List.of());
  }

  private static FileRecord skipped(String path) {
    return new FileRecord(
        A, 0, path, "", 10, "", "1|", List.of(), List.of(new Skipped(path, "空文件")), List.of());
  }

  private void record(FileRecord... files) {
    for (FileRecord file : files) {
      sink.record(file);
    }
    sink.commit();
  }

  private List<String> paths(String root, String below) {
    List<String> paths = new ArrayList<>();
    try (Glances all = sink.ledger().glances(root, below)) {
      for (Glance one = all.next(); one != null; one = all.next()) {
        paths.add(one.path());
      }
    }
    return paths;
  }

  @Test
  void nothingIsKnownOfNothing() {
    assertThat(sink.ledger().folders()).isEmpty();
    assertThat(paths(A, "")).isEmpty();
    assertThat(sink.ledger().file(A, "x.txt")).isEmpty();
    assertThat(sink.ledger().isNeeded(hash("x"))).isFalse();
    assertThat(sink.ledger().size()).isEqualTo(new CollectionSize(0, 0));
  }

  @Test
  void foldersStandInTheOrderInWhichTheyCame() {
    record(file(B, "x.txt"), file(A, "x.txt"), file(A, "y.txt"));

    assertThat(sink.ledger().folders())
        .containsExactly(new Ledger.Folder(A, 0), new Ledger.Folder(B, 1));
    sink.forget(A, "x.txt");
    sink.forget(A, "y.txt");
    sink.commit();
    assertThat(sink.ledger().folders()).containsExactly(new Ledger.Folder(B, 1));
  }

  /** Java's own order would have the last two the other way round. */
  @Test
  void filesComeInTheOrderOfCodePoints() {
    record(file(A, "\uD840\uDC00镇.txt"), file(A, "\uFF21.txt"), file(B, "b.txt"));
    record(file(A, "镇.txt"), file(A, "a.txt"));

    assertThat(paths(A, ""))
        .containsExactly("a.txt", "镇.txt", "\uFF21.txt", "\uD840\uDC00镇.txt")
        .isSortedAccordingTo(FileRecord.PATHS);
  }

  @Test
  void aFileThatWasReplacedOrForgottenIsMetOnceOrNever() {
    record(file(A, "a.txt", "old"), file(A, "b.txt"), file(A, "c.txt"));
    sink.forget(A, "b.txt");
    record(file(A, "a.txt", "new"));

    assertThat(paths(A, "")).containsExactly("a.txt", "c.txt");
    assertThat(sink.ledger().file(A, "a.txt")).hasValue(file(A, "a.txt", "new"));
    assertThat(sink.ledger().file(A, "b.txt")).isEmpty();
    assertThat(sink.ledger().giving("old")).isEmpty();
  }

  @Test
  void aPartIsAFileOrWhatStandsBelowAFolder() {
    record(
        file(A, "县"),
        file(A, "县!.txt"),
        file(A, "县/a.txt"),
        file(A, "县/b/c.txt"),
        file(A, "县0/d.txt"),
        file(B, "县/e.txt"));

    assertThat(paths(A, "县")).containsExactly("县", "县/a.txt", "县/b/c.txt");
    assertThat(paths(A, "县/b")).containsExactly("县/b/c.txt");
    assertThat(paths(A, "县/a.txt")).containsExactly("县/a.txt");
    assertThat(paths(A, "无")).isEmpty();
  }

  @Test
  void aGlanceTellsWhatARunMustKnow() {
    FileRecord two = file(A, "a.zip", "one", "two");
    FileRecord bad = skipped("b.txt");
    record(two, bad);

    try (Glances all = sink.ledger().glances(A, "")) {
      Glance first = all.next();
      assertThat(first).isEqualTo(Glance.of(two));
      assertThat(first.sources()).containsExactly(hash("one"), hash("two"));
      assertThat(first.fingerprint()).isEqualTo(FileRecord.fingerprint("10 stamp", "1|"));
      assertThat(all.next()).isEqualTo(Glance.of(bad)).matches(Glance::skipped);
      assertThat(all.next()).isNull();
    }
  }

  /** Those that come and go meanwhile are met or not; the others are. */
  @Test
  void aCommitDoesNotDisturbWhoIsLooking() {
    record(file(A, "a.txt"), file(A, "b.txt"), file(A, "c.txt"));
    try (Glances all = sink.ledger().glances(A, "")) {
      assertThat(all.next()).isNotNull();
      record(file(A, "b.txt", "other"));
      assertThat(all.next().path()).isEqualTo("b.txt");
      assertThat(all.next().path()).isEqualTo("c.txt");
      assertThat(all.next()).isNull();
    }
  }

  @Test
  void filesAreFoundByWhatTheyGive() {
    FileRecord one = file(A, "a.txt", "same");
    FileRecord other = file(B, "b.txt", "same", "more");
    record(one, other, file(A, "c.txt", "else"));
    Ledger ledger = sink.ledger();

    assertThat(ledger.giving("same")).containsExactlyInAnyOrder(one, other);
    assertThat(ledger.giving("more")).containsExactly(other);
    assertThat(ledger.naming(Ids.reportId("a.txt"))).containsExactly(one);
    assertThat(ledger.from(hash("same"))).containsExactlyInAnyOrder(one, other);
    assertThat(ledger.from(hash("a.txt"))).as("which is no report's").isEmpty();
  }

  @Test
  void aSourceIsNeededAsLongAsAFileHasIt() {
    record(file(A, "a.zip", "member"), file(B, "b.txt", "member"));

    assertThat(sink.ledger().isNeeded(hash("a.zip"))).as("the file itself").isTrue();
    sink.forget(A, "a.zip");
    sink.commit();
    assertThat(sink.ledger().isNeeded(hash("a.zip"))).isFalse();
    assertThat(sink.ledger().isNeeded(hash("member"))).isTrue();
    sink.forget(B, "b.txt");
    sink.commit();
    assertThat(sink.ledger().isNeeded(hash("member"))).isFalse();
  }

  @Test
  void pathsThatReadAlikeAreFoundTogether() {
    FileRecord composed = file(A, NFC);
    FileRecord decomposed = file(A, NFD);
    FileRecord elsewhere = file(B, NFC);
    record(composed, decomposed, elsewhere, file(A, "县/e.txt"));
    Ledger ledger = sink.ledger();

    assertThat(ledger.alike(NFD)).containsExactlyInAnyOrder(composed, decomposed, elsewhere);
    assertThat(ledger.isShared(NFC)).isTrue();
    assertThat(ledger.isShared("县/e.txt")).isFalse();
    sink.forget(B, NFC);
    sink.forget(A, NFD);
    sink.commit();
    assertThat(ledger.isShared(NFC)).isFalse();
    assertThat(ledger.alike(NFD)).containsExactly(composed);
  }

  @Test
  void theSizeIsOfTheReportsThatAreThere() {
    List<Report> reports = SampleReports.read(SampleReports.FOLDER).subList(0, 3);
    reports.forEach(sink::put);
    sink.put(reports.get(1));
    sink.remove(reports.get(2).id());
    sink.commit();

    assertThat(sink.ledger().size())
        .isEqualTo(
            new CollectionSize(
                2, reports.get(0).paragraphs().size() + reports.get(1).paragraphs().size()));
  }
}
