package govsearch.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import govsearch.Shared;
import govsearch.engine.SampleReports;
import govsearch.report.Report;
import govsearch.text.Literal;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Thirty-one real pages with their site's chrome: what is content stays, what is chrome goes. */
class ProvincialTest {

  /** Every line that may be missing from a report, as a person reading the pages marked them. */
  private static final Set<String> CHROME =
      Set.of(
          "下载",
          "打印",
          "全屏",
          "收藏",
          "【字号：",
          "【字体：",
          "加大",
          "还原",
          "减小",
          "大",
          "中",
          "小",
          "】",
          "【",
          "|",
          "×",
          ">",
          "首页",
          "云南要闻",
          "政务信息",
          "宁夏要闻",
          "政府信息公开",
          "政府工作报告",
          "省政府工作报告",
          "分享：",
          "分享:",
          "分享到:",
          "分享到微信",
          "您的位置:",
          "当前位置：",
          "阅读量：",
          "发表时间：",
          "时间：",
          "来源：",
          "来源:",
          "责任编辑：",
          "李莎莎",
          "编辑：何继红",
          "打印本页",
          "关闭窗口",
          "相关附件>>",
          "相关链接>>",
          "相关报道：",
          "相关文档：",
          "》》点击图片进入专题《《",
          "扫一扫在手机打开当前页");

  private static final Pattern FIELD =
      Pattern.compile(
          "(来源：|时间：)\\S{4,12}|（来源：\\S{4,6}）|\\d{4}[-年]\\d\\d[-月]\\d\\d日?"
              + " ?[\\d:时分]*|\\S{2,9}日报|宁夏日报客户端|陕西省人民政府|[0-9a-f]{32}:");

  /** Titles listed at the end of one page behind 相关链接: of other pages, and its own again. */
  private static final int LINKED_PAGES = 4;

  @Test
  void keepsEveryContentLineAndDropsTheChrome() throws IOException {
    List<Report> reports = SampleReports.read(Shared.folder("reports/provincial-2026"));
    assertThat(reports).hasSize(31);
    List<String> unexplained = new ArrayList<>();
    for (Report report : reports) {
      List<String> kept =
          new ArrayList<>(
              report.paragraphs().stream().map(p -> Literal.literal(p.text())).toList());
      for (String line : lines(report)) {
        String literal = Literal.literal(line);
        if (!kept.remove(literal) && !joined(kept, literal) && !isChrome(line)) {
          unexplained.add(line);
        }
      }
      assertThat(kept).as("made up in %s", report.head().source().path()).isEmpty();
    }
    assertThat(unexplained).hasSize(LINKED_PAGES).allMatch(line -> line.contains("报告"));
  }

  @Test
  void leavesNoButtonInAReport() {
    for (Report report : SampleReports.read(Shared.folder("reports/provincial-2026"))) {
      assertThat(report.paragraphs())
          .noneMatch(p -> p.text().matches("下载|打印|全屏|收藏|加大|还原|减小|【字号：|】|相关报道：|时间：.*|来源：.*"));
    }
  }

  @Test
  void readsTheProvinceAndTheYearOfEach() {
    for (Report report : SampleReports.read(Shared.folder("reports/provincial-2026"))) {
      String name = report.head().source().path().replace("-2026.txt", "");
      assertThat(report.head().province()).isEqualTo(name);
      assertThat(report.head().year()).as(name).isEqualTo(2026);
      assertThat(report.head().town()).as(name).isNull();
    }
  }

  /** The source's lines by the plainest reading there is. */
  private static List<String> lines(Report report) throws IOException {
    var file = Shared.folder("reports/provincial-2026").resolve(report.head().source().path());
    return Files.readString(file)
        .lines()
        .map(line -> line.replaceAll("^[\\s\\u3000\\u00a0\\ufeff]+|[\\s\\u3000\\u00a0]+$", ""))
        .filter(line -> !Literal.literal(line).isEmpty())
        .toList();
  }

  /** A line divided where its section turns stands in the report as two paragraphs. */
  private static boolean joined(List<String> kept, String line) {
    for (int i = 0; i + 1 < kept.size(); i++) {
      if ((kept.get(i) + kept.get(i + 1)).equals(line)) {
        kept.remove(i + 1);
        kept.remove(i);
        return true;
      }
    }
    return false;
  }

  private static boolean isChrome(String line) {
    return CHROME.contains(line) || FIELD.matcher(line).matches();
  }
}
