package govsearch.http;

import govsearch.report.Paragraph;
import govsearch.report.ReportHead;
import java.util.ArrayList;
import java.util.List;

/** A reference to a paragraph as it is pasted into a document. */
final class Citation {

  private static final String UNSTATED = "未注明";

  private Citation() {}

  /** Issuer, title, year, headings, paragraph, link: 某区某镇：《…报告》（2025年），一、… › （一）…，第12段，http://…. */
  static String of(ReportHead head, Paragraph paragraph, String permalink) {
    StringBuilder out = new StringBuilder();
    List<String> issuer = new ArrayList<>(head.region());
    issuer.add(head.town() == null ? UNSTATED + "乡镇" : head.town());
    out.append(String.join("", issuer)).append("：");
    out.append(head.title() == null ? "法治政府建设情况报告（原文无标题）" : "《" + inner(head.title()) + "》");
    out.append("（").append(head.year() == null ? UNSTATED + "年度" : head.year() + "年").append("），");
    if (!paragraph.headingPath().isEmpty()) {
      out.append(String.join(" › ", paragraph.headingPath())).append("，");
    }
    return out.append("第").append(paragraph.ordinal()).append("段，").append(permalink).toString();
  }

  /** Title marks inside title marks are single ones. */
  private static String inner(String title) {
    return title.replace('《', '〈').replace('》', '〉');
  }
}
