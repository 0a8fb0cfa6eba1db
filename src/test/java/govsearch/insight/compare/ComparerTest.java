package govsearch.insight.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import govsearch.engine.SampleReports;
import govsearch.insight.Effort;
import govsearch.insight.Indexed;
import govsearch.insight.TextChange;
import govsearch.insight.compare.Comparison.Kind;
import govsearch.insight.compare.Comparison.Piece;
import govsearch.insight.compare.Comparison.Side;
import govsearch.report.Report;
import govsearch.text.Literal;
import govsearch.text.Range;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Comparisons that can be done by hand, and of all samples with what must hold of any two. */
class ComparerTest {

  @TempDir private Path folder;

  private List<Report> twoYears() {
    Indexed.write(
        folder,
        "a.txt",
        "青溪县柳塘镇",
        "2024年",
        "一、主要做法\n全镇选出灯塔哨员40名，村村都有人。河道每天有人看护。夜谈会开到了船上。\n" + "二、存在问题\n会算账的人手还不够用。年轻人不愿意回村里来。");
    Indexed.write(
        folder,
        "b.txt",
        "青溪县柳塘镇",
        "2025年",
        "一、主要做法\n全镇选出灯塔哨员52名，村村都有人。夜谈会开到了船上。添置了一辆送法的面包车。\n" + "二、存在问题\n年轻人还是不愿意回村里来。");
    return SampleReports.read(folder).stream()
        .sorted(Comparator.comparing(report -> report.head().year()))
        .toList();
  }

  private static String shown(Piece piece) {
    return piece.kind().code() + " " + shown(piece.a()) + " | " + shown(piece.b());
  }

  /** A sentence with what is changed in brackets. */
  private static String shown(Side side) {
    if (side == null) {
      return "-";
    }
    StringBuilder text = new StringBuilder(side.paragraph().text());
    List<Range> changed = side.changed();
    for (int i = changed.size() - 1; i >= 0; i--) {
      text.insert(changed.get(i).end(), "]").insert(changed.get(i).start(), "[");
    }
    return text.substring(side.at().start(), side.at().end() + 2 * changed.size());
  }

  @Test
  void whatStandsBetweenTheSameSentencesIsPairedThoughItIsLessAlike() throws Exception {
    Indexed.write(
        folder,
        "a.txt",
        "青溪县柳塘镇",
        "2024年",
        "按照上级统一要求，一一做了安排。现报告如下。\n一、主要做法\n夜谈会开到了船上。河道每天有人看护。渡口修了新棚。");
    Indexed.write(
        folder,
        "b.txt",
        "青溪县柳塘镇",
        "2025年",
        "按照上级统一要求，一一做了安排。现将有关情况报告如下。\n一、主要做法\n夜谈会开到了船上。添置了一辆送法的面包车。渡口修了新棚。");
    List<Report> two =
        SampleReports.read(folder).stream()
            .sorted(Comparator.comparing(report -> report.head().year()))
            .toList();

    assertThat(pieces(Comparer.compare(two.get(0), two.get(1))).map(ComparerTest::shown))
        .contains(
            "changed 现报告如下。 | 现[将有关情况]报告如下。", "only-a 河道每天有人看护。 | -", "only-b - | 添置了一辆送法的面包车。");
  }

  @Test
  void tellsWhatBothSayWhatChangedAndWhatOneSaysAlone() throws Exception {
    List<Report> two = twoYears();
    Comparison forward = Comparer.compare(two.get(0), two.get(1));

    assertThat(pieces(forward).map(ComparerTest::shown))
        .contains(
            "same 一、主要做法 | 一、主要做法",
            "changed 全镇选出灯塔哨员[40]名，村村都有人。 | 全镇选出灯塔哨员[52]名，村村都有人。",
            "only-a 河道每天有人看护。 | -",
            "same 夜谈会开到了船上。 | 夜谈会开到了船上。",
            "only-b - | 添置了一辆送法的面包车。",
            "only-a 会算账的人手还不够用。 | -",
            "changed 年轻人不愿意回村里来。 | 年轻人[还是]不愿意回村里来。");
    Comparison.Part problems =
        forward.parts().stream()
            .filter(part -> part.section().code().equals("problems"))
            .findFirst()
            .orElseThrow();
    // 二、存在问题 is 6 long, the two sentences of a 11 each, that of b 13.
    assertThat(problems.sums()).isEqualTo(new Comparison.Sums(28, 17, 19, 17));
    assertThat(problems.sums().shareB()).isEqualTo(17.0 / 19);
  }

  private static Stream<Piece> pieces(Comparison comparison) {
    return comparison.parts().stream().flatMap(part -> part.pieces().stream());
  }

  @Test
  void ofAnyTwoSamplesEverySentenceIsThereOnceAndWhatIsKeptIsInBoth() throws Exception {
    List<Report> samples = SampleReports.read(SampleReports.FOLDER);
    for (Report a : samples) {
      for (Report b : samples) {
        Comparison comparison = Comparer.compare(a, b);
        assertThat(sides(pieces(comparison).map(Piece::a)))
            .containsExactlyInAnyOrderElementsOf(sentences(a));
        assertThat(sides(pieces(comparison).map(Piece::b)))
            .containsExactlyInAnyOrderElementsOf(sentences(b));
        long kept = 0;
        for (Piece piece : pieces(comparison).toList()) {
          if (piece.a() != null && piece.b() != null) {
            String both = literalWithoutChanges(piece.a());
            assertThat(literalWithoutChanges(piece.b())).isEqualTo(both);
            assertThat(piece.kind() == Kind.SAME)
                .isEqualTo(piece.a().changed().isEmpty() && piece.b().changed().isEmpty());
            kept += both.length();
          }
        }
        assertThat(comparison.whole())
            .isEqualTo(new Comparison.Sums(length(a), kept, length(b), kept));
        if (a.equals(b)) {
          assertThat(comparison.whole().shareB()).isEqualTo(1.0);
        }
      }
    }
  }

  private static List<String> sides(Stream<Side> sides) {
    return sides
        .filter(side -> side != null)
        .map(side -> side.paragraph().id() + side.at())
        .toList();
  }

  private static List<String> sentences(Report report) {
    return ComparedSentence.of(report).stream()
        .map(sentence -> sentence.paragraph().id() + sentence.at())
        .toList();
  }

  private static long length(Report report) {
    return report.paragraphs().stream()
        .mapToLong(paragraph -> Literal.literal(paragraph.text()).length())
        .sum();
  }

  private static String literalWithoutChanges(Side side) {
    StringBuilder text = new StringBuilder(side.paragraph().text());
    for (int i = side.changed().size() - 1; i >= 0; i--) {
      text.delete(side.changed().get(i).start(), side.changed().get(i).end());
    }
    int removed = side.changed().stream().mapToInt(Range::length).sum();
    return Literal.literal(text.substring(side.at().start(), side.at().end() - removed));
  }

  @Test
  void whatIsNotChangedIsTheSameOnBothSides() {
    Random random = new Random(5);
    for (int i = 0; i < 2_000; i++) {
      String a = text(random);
      String b = text(random);
      TextChange change = TextChange.between(a, b, new Effort());
      assertThat(without(a, change.a())).isEqualTo(without(b, change.b())).hasSize(change.kept());
    }
    String longer = "灯塔哨员到村到组。".repeat(1_000);
    TextChange change =
        TextChange.between(longer + "四十名" + longer, longer + "五名" + longer, new Effort());
    assertThat(change.kept()).isEqualTo(2 * longer.length() + 1);
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int length = random.nextInt(12); length > 0; length--) {
      text.append("镇村人12３，。 培訓“”\uD842\uDFB7".charAt(random.nextInt(15)));
    }
    return text.toString();
  }

  private static String without(String text, List<Range> ranges) {
    StringBuilder left = new StringBuilder(text);
    for (int i = ranges.size() - 1; i >= 0; i--) {
      left.delete(ranges.get(i).start(), ranges.get(i).end());
    }
    return Literal.literal(left.toString());
  }

  @Test
  void refusesReportsThatAreTooLong() {
    StringBuilder text = new StringBuilder("一、主要做法\n");
    for (int i = 0; i <= Comparer.MOST_SENTENCES; i++) {
      text.append("第").append(i).append("户收下了宣传单。");
    }
    Indexed.write(folder, "a.txt", "青溪县柳塘镇", "2024年", text.toString());
    Report report = SampleReports.read(folder).getFirst();
    assertThatThrownBy(() -> Comparer.compare(report, report))
        .isInstanceOf(Comparer.TooLongException.class);
  }
}
