package govsearch.engine;

import static org.assertj.core.api.Assertions.assertThat;

import govsearch.report.Paragraph;
import govsearch.report.Report;
import govsearch.text.Fingerprints;
import govsearch.text.Literal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What an engine tells of sentences that somebody brings along. */
public abstract class SentencesContract extends SamplesContract {

  private static final int ALL = 1_000;

  private static Map<Long, Set<Report>> bySentence() {
    Map<Long, Set<Report>> having = new HashMap<>();
    for (Report report : REPORTS) {
      Fingerprints fingerprints = new Fingerprints(report.head().placeNames());
      for (Paragraph paragraph : report.paragraphs()) {
        for (Fingerprints.Sentence sentence : fingerprints.sentences(paragraph.text())) {
          having.computeIfAbsent(sentence.fingerprint(), key -> new HashSet<>()).add(report);
        }
      }
    }
    return having;
  }

  @Test
  void namesTheReportsOfEverySentence() {
    Map<Long, Set<Report>> having = bySentence();
    List<Long> asked = new ArrayList<>(having.keySet());
    List<SentenceReports> found = engine.sentences(asked, ALL);
    assertThat(found).hasSameSizeAs(asked);
    for (int i = 0; i < asked.size(); i++) {
      Set<Report> expected = having.get(asked.get(i));
      SentenceReports one = found.get(i);
      assertThat(one.reports()).isEqualTo(expected.size());
      assertThat(one.towns())
          .isEqualTo(expected.stream().map(report -> place(report)).distinct().count());
      assertThat(one.isWhole()).isTrue();
      assertThat(one.oldest().stream().map(ReportKey::id).toList())
          .isEqualTo(
              expected.stream()
                  .sorted(
                      Comparator.comparing(
                              (Report report) -> report.head().year(),
                              Comparator.nullsLast(Comparator.naturalOrder()))
                          .thenComparing(Report::id))
                  .map(Report::id)
                  .toList());
      assertThat(one.oldest())
          .allMatch(
              key ->
                  expected.stream()
                      .anyMatch(
                          report ->
                              report.id().equals(key.id())
                                  && place(report).equals(key.place())
                                  && Objects.equals(report.head().year(), key.year())));
    }
    assertThat(found).anyMatch(one -> one.reports() > 2);
  }

  private static Place place(Report report) {
    return new Place(report.head().region(), report.head().town());
  }

  @Test
  void namesTheOldestAloneOfWhatManyReportsHave() {
    List<Long> shared =
        bySentence().entrySet().stream()
            .filter(entry -> entry.getValue().size() > 1)
            .map(Map.Entry::getKey)
            .toList();
    List<SentenceReports> whole = engine.sentences(shared, ALL);
    List<SentenceReports> first = engine.sentences(shared, 1);
    for (int i = 0; i < shared.size(); i++) {
      assertThat(first.get(i).reports()).isEqualTo(whole.get(i).reports());
      assertThat(first.get(i).towns()).isEqualTo(whole.get(i).towns());
      assertThat(first.get(i).isWhole()).isFalse();
      assertThat(first.get(i).oldest()).containsExactly(whole.get(i).oldest().getFirst());
    }
  }

  @Test
  void knowsNothingOfWhatNobodySays() {
    assertThat(engine.sentences(List.of(), 5)).isEmpty();
    assertThat(engine.sentences(List.of(1L << 20), 5)).containsExactly(SentenceReports.NONE);
  }

  @Test
  void findsTheParagraphOfASentenceThatWasChanged() {
    int asked = 0;
    int first = 0;
    Set<String> all =
        REPORTS.stream()
            .flatMap(report -> report.paragraphs().stream())
            .map(paragraph -> Literal.literal(paragraph.text()))
            .collect(Collectors.toSet());
    for (Report report : REPORTS) {
      for (Paragraph paragraph : report.paragraphs()) {
        String text = paragraph.text();
        if (text.length() >= 60) {
          String changed =
              text.substring(2, 12) + "并且" + text.substring(14, 40) + "等" + text.substring(42, 58);
          List<Match> found = engine.wordedLike(changed, 5);
          asked++;
          String wanted = Literal.literal(text);
          assertThat(all)
              .containsAll(found.stream().map(m -> Literal.literal(m.paragraph().text())).toList());
          first +=
              found.stream().anyMatch(m -> Literal.literal(m.paragraph().text()).equals(wanted))
                  ? 1
                  : 0;
        }
      }
    }
    assertThat(asked).isGreaterThan(50);
    assertThat((double) first / asked).isGreaterThan(0.99);
  }

  @Test
  void findsNoParagraphForWhatIsWordedLikeNone() {
    assertThat(engine.wordedLike("", 5)).isEmpty();
    assertThat(engine.wordedLike(" 12，3。 ", 5)).isEmpty();
    assertThat(engine.wordedLike("鱻鱻麤麤龘龘", 5)).isEmpty();
    assertThat(engine.wordedLike("执法人员上门检查一律亮证、一律告知", 2)).hasSizeBetween(1, 2);
  }
}
