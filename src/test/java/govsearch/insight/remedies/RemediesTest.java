package govsearch.insight.remedies;

import static org.assertj.core.api.Assertions.assertThat;

import govsearch.Shared;
import govsearch.insight.Indexed;
import govsearch.insight.TownYears;
import govsearch.report.Paragraph;
import govsearch.report.Report;
import govsearch.report.ReportHead;
import govsearch.text.Range;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Measures and achievements of problems in small reports. */
class RemediesTest {

  private static final String FIRST =
      """
      一、主要做法
      全镇选出灯塔哨员四十名，村村都有人。
      二、存在问题
      对照要求，主要存在以下问题：
      一是夜谈会开不起来。渔民凌晨出海，晚上没有人来听。
      二是哨员津贴发得慢。去年的津贴拖到今年才到账。
      三是彩礼攀比之风没有刹住。
      三、下一步打算
      一是改在码头卸货的钟点办夜谈会，渔民不出舱就能听。
      二是继续加强学习，提高认识。
      三是津贴按季度打卡发放，哨员签收。
      """;

  private static final String SECOND =
      """
      一、主要做法
      一是夜谈会搬到码头卸货的钟点，渔民在舱里听了二十六场。
      二是全镇选出灯塔哨员四十名，村村都有人。
      二、存在问题
      一是路灯不够亮。
      三、下一步打算
      一是装上新路灯。
      """;

  @TempDir private Path folder;

  private Indexed indexed(boolean secondYear) {
    Path reports = folder.resolve("reports");
    Indexed.write(reports, "a.txt", "青溪县柳塘镇", "2024年", FIRST);
    if (secondYear) {
      Indexed.write(reports, "b.txt", "青溪县柳塘镇", "2025年", SECOND);
      Indexed.write(reports, "c.txt", "白石县柳塘镇", "2025年", SECOND);
    }
    return Indexed.folder(reports, folder.resolve("index"));
  }

  private static Remedy.Found found(Indexed indexed, String problem) {
    return found(indexed, indexed.report("柳塘镇", 2024), problem);
  }

  private static Remedy.Found found(Indexed indexed, Report report, String problem) {
    for (Paragraph paragraph : report.paragraphs()) {
      for (Range statement : paragraph.statements()) {
        if (statement.of(paragraph.text()).contains(problem)) {
          return new Remedies(indexed.engine()).of(report, paragraph, statement, 3);
        }
      }
    }
    throw new AssertionError("nobody says " + problem);
  }

  private static List<String> texts(List<Remedy> remedies) {
    return remedies.stream().map(one -> one.statement().of(one.paragraph().text())).toList();
  }

  @Test
  void aMeasureIsFoundByTheWordsOfTheProblemWhereverItStands() {
    try (Indexed indexed = indexed(false)) {
      Remedy.Found meetings = found(indexed, "夜谈会开不起来");
      assertThat(texts(meetings.measures()).getFirst()).startsWith("一是改在码头");
      assertThat(meetings.measures().getFirst().terms()).contains("夜谈会", "渔民");
      assertThat(meetings.nextYear()).isNull();
      assertThat(meetings.achievements()).isEmpty();
      assertThat(texts(found(indexed, "津贴发得慢").measures()).getFirst()).startsWith("三是津贴");
    }
  }

  @Test
  void whatIsMarkedIsWhatIsShared() {
    try (Indexed indexed = indexed(true)) {
      Remedy.Found found = found(indexed, "夜谈会开不起来");
      for (Remedy remedy : List.of(found.measures().getFirst(), found.achievements().getFirst())) {
        String text = remedy.paragraph().text();
        assertThat(remedy.ranges())
            .extracting(range -> range.of(text))
            .containsExactlyElementsOf(remedy.terms());
        assertThat(remedy.ranges())
            .allMatch(range -> range.start() >= remedy.statement().start())
            .allMatch(range -> range.end() <= remedy.statement().end());
      }
    }
  }

  @Test
  void whatManyStatementsSayIsNotMarked() {
    String common =
        """
        二、存在问题
        一是执法记录仪不够用。执法队两人合用一台，执法取证常常中断。
        二是执法文书写得乱。
        三是执法车辆老旧。
        四是执法人员不够。
        三、下一步打算
        一是添置执法记录仪，执法队每人一台。
        二是开办执法文书讲习班。
        三是向上申请更换执法车辆。
        四是公开招录执法人员。
        """;
    Path reports = folder.resolve("reports");
    Indexed.write(reports, "a.txt", "青溪县柳塘镇", "2024年", common);
    try (Indexed indexed = Indexed.folder(reports, folder.resolve("index"))) {
      Remedy first = found(indexed, "记录仪不够用").measures().getFirst();
      assertThat(String.join(" ", first.terms())).contains("记录仪").doesNotContain("执法");
    }
  }

  @Test
  void noHalfOfAWordIsShown() {
    Path reports = folder.resolve("reports");
    Indexed.write(
        reports,
        "a.txt",
        "青溪县柳塘镇",
        "2024年",
        """
        二、存在问题
        一是视频监控设备老化。
        二是干部考核流于形式。
        三、下一步打算
        一是更新视频监控设施，主要路口不留空白。
        二是全部考虑群众评价，年终考核见真章。
        """);
    try (Indexed indexed = Indexed.folder(reports, folder.resolve("index"))) {
      Remedy cameras = found(indexed, "监控设备").measures().getFirst();
      assertThat(String.join(" ", cameras.terms())).contains("监控").doesNotContain("设");
      Remedy marks = found(indexed, "干部考核").measures().getFirst();
      assertThat(marks.terms()).contains("考核").doesNotContain("部考");
      assertThat(marks.ranges())
          .extracting(range -> range.of(marks.paragraph().text()))
          .doesNotContain("部考");
    }
  }

  @Test
  void whereNothingFitsNothingIsGiven() {
    try (Indexed indexed = indexed(true)) {
      Remedy.Found found = found(indexed, "彩礼攀比");
      assertThat(found.measures()).isEmpty();
      assertThat(found.achievements()).isEmpty();
      assertThat(found(indexed, "主要存在以下问题").measures()).isEmpty();
      assertThat(found(indexed, "改在码头").measures()).as("a plan's own").isEmpty();
    }
  }

  @Test
  void theNextYearIsThatOfTheSameTown() {
    try (Indexed indexed = indexed(true)) {
      Remedy.Found found = found(indexed, "夜谈会开不起来");
      assertThat(found.nextYear().county()).isEqualTo("青溪县");
      assertThat(found.nextYear().year()).isEqualTo(2025);
      assertThat(texts(found.achievements())).first().asString().startsWith("一是夜谈会搬到码头");
      assertThat(found(indexed, "津贴发得慢").achievements()).isEmpty();
    }
  }

  @Test
  void aYearThatNamesTheCityAndOneThatDoesNotAreOfOneTown() {
    Path reports = folder.resolve("reports");
    Indexed.write(reports, "a.txt", "青溪县柳塘镇", "2024年", FIRST);
    Indexed.write(reports, "b.txt", "云岭市青溪县柳塘镇", "2025年", SECOND);
    Indexed.write(reports, "c.txt", "柳塘镇", "2026年", SECOND);
    Indexed.write(reports, "d.txt", "青溪县杏坪乡", "2024年", FIRST);
    Indexed.write(reports, "e.txt", "白石县杏坪乡", "2025年", SECOND);
    Indexed.write(reports, "f.txt", "杏坪乡", "2026年", SECOND);
    try (Indexed indexed = Indexed.folder(reports, folder.resolve("index"))) {
      TownYears years = new TownYears(indexed.engine());
      ReportHead second = indexed.report("柳塘镇", 2025).head();
      assertThat(years.other(indexed.report("柳塘镇", 2024).head(), 1)).contains(second);
      assertThat(years.other(second, 1)).contains(indexed.report("柳塘镇", 2026).head());
      assertThat(years.other(indexed.report("杏坪乡", 2024).head(), 1)).isEmpty();
      assertThat(years.other(indexed.report("杏坪乡", 2026).head(), -1))
          .as("there are two towns of that name")
          .isEmpty();
    }
  }

  @Test
  void theSeedsPlanForTheirFewLegalProfessionals() {
    try (Indexed indexed = Indexed.folder(Shared.folder("seeds"), folder.resolve("index"))) {
      assertThat(firstMeasure(indexed, "西仓镇", "基层法律专业人才总量不足")).contains("法治实践导师制");
      assertThat(firstMeasure(indexed, "虎什哈镇", "法治队伍建设薄弱")).contains("提升队伍的专业素养");
      assertThat(firstMeasure(indexed, "拦隆口镇", "网格员队伍还不够稳定")).contains("网格员的素质");
    }
  }

  private static String firstMeasure(Indexed indexed, String town, String problem) {
    Report report = indexed.report(town, 2025);
    return texts(found(indexed, report, problem).measures()).getFirst();
  }
}
