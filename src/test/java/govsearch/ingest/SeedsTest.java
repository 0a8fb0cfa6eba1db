package govsearch.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import govsearch.Shared;
import govsearch.engine.SampleReports;
import govsearch.report.Paragraph;
import govsearch.report.ParagraphKind;
import govsearch.report.Provenance;
import govsearch.report.Report;
import govsearch.report.Section;
import govsearch.text.Literal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What is read of five real reports; their texts stay where they are. */
class SeedsTest {

  private static Report seed(String number) {
    return SampleReports.read(Shared.folder("seeds")).stream()
        .filter(report -> report.head().source().path().startsWith(number))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void readsTownRegionAndYearWithTheirSources() {
    var lanlongkou = seed("000").head();
    assertThat(List.of(lanlongkou.town(), lanlongkou.county(), lanlongkou.city()))
        .containsExactly("拦隆口镇", "湟中区", "西宁市");
    assertThat(lanlongkou.year()).isEqualTo(2025);
    assertThat(lanlongkou.province()).isNull();

    var shangxinzhuang = seed("001").head();
    assertThat(List.of(shangxinzhuang.town(), shangxinzhuang.county()))
        .containsExactly("上新庄镇", "湟中区");
    assertThat(shangxinzhuang.year()).isEqualTo(2024);
    assertThat(shangxinzhuang.city()).isNull();

    var xicang = seed("002").head();
    assertThat(xicang.title()).isNull();
    assertThat(xicang.metadata().town().value()).isEqualTo("西仓镇");
    assertThat(xicang.metadata().town().from()).isEqualTo(Provenance.SIGNATURE);
    assertThat(xicang.metadata().year().value()).isEqualTo(2025);
    assertThat(xicang.metadata().year().from()).isEqualTo(Provenance.BODY);
    assertThat(xicang.region()).isEmpty();

    var wangou = seed("003").head();
    assertThat(wangou.town()).isEqualTo("湾沟镇");
    assertThat(wangou.year()).isEqualTo(2024);

    var hushiha = seed("004").head();
    assertThat(hushiha.town()).isEqualTo("虎什哈镇");
    assertThat(hushiha.year()).as("signed in January 2026").isEqualTo(2025);
  }

  @Test
  void dropsTheConvertersMarks() {
    for (Report report : SampleReports.read(Shared.folder("seeds"))) {
      assertThat(report.paragraphs()).noneMatch(p -> p.text().contains("bookmark"));
    }
  }

  @Test
  void dividesTheLastSectionWhereItTurnsFromProblemsToPlans() {
    List<Paragraph> paragraphs = seed("001").paragraphs();
    List<Paragraph> last =
        paragraphs.stream()
            .filter(p -> p.kind() == ParagraphKind.BODY)
            .filter(p -> !p.headingPath().isEmpty())
            .filter(p -> p.headingPath().getFirst().startsWith("五、"))
            .toList();
    assertThat(last)
        .extracting(Paragraph::section)
        .containsExactly(Section.PROBLEMS, Section.PLANS);
    assertThat(last.get(1).text()).startsWith("下一步工作打算：");
    assertThat(last.get(1).statements()).hasSize(4);
  }

  @Test
  void keepsEveryLineOfTheSources() throws IOException {
    for (Report report : SampleReports.read(Shared.folder("seeds"))) {
      Path file = Shared.folder("seeds").resolve(report.head().source().path());
      String source = Literal.literal(Files.readString(file).replace("[bookmark: _GoBack]", ""));
      String kept =
          report.paragraphs().stream()
              .map(p -> Literal.literal(p.text()))
              .collect(Collectors.joining());
      assertThat(kept).isEqualTo(source);
    }
  }
}
