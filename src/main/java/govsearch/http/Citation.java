package govsearch.http;

import govsearch.query.FacetField;
import govsearch.report.Paragraph;
import govsearch.report.ReportHead;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A reference to a report or a paragraph as it is pasted into a document. */
final class Citation {

  /** What stands in place of an address that leads nowhere outside this machine. */
  static final String NO_ADDRESS = "本库没有对外的网址";

  private Citation() {}

  /**
   * Issuer, title, year, headings, paragraph, link: 某区某镇：《…报告》（2025年），一、… › （一）…，第12段，https://….
   *
   * @param address where others reach it; null for nowhere
   */
  static String of(ReportHead head, Paragraph paragraph, @Nullable String address) {
    return beginning(head, paragraph) + "，" + (address == null ? NO_ADDRESS : address);
  }

  /**
   * All of it but the address.
   *
   * @param paragraph null for the whole report
   */
  static String beginning(ReportHead head, @Nullable Paragraph paragraph) {
    StringBuilder out = new StringBuilder();
    out.append(issuer(head)).append("：");
    out.append(head.title() == null ? titleOf(head) : "《" + inner(head.title()) + "》");
    out.append("（").append(head.year() == null ? FacetField.UNSTATED + "年度" : head.year() + "年");
    out.append("）");
    if (paragraph != null) {
      out.append("，");
      if (!paragraph.headingPath().isEmpty()) {
        out.append(String.join(" › ", paragraph.headingPath())).append("，");
      }
      out.append("第").append(paragraph.ordinal()).append("段");
    }
    return out.toString();
  }

  /** The place that reports, by the names that are known; never more than these. */
  static String issuer(ReportHead head) {
    List<String> issuer = new ArrayList<>(head.region());
    issuer.add(head.town() == null ? FacetField.UNSTATED + "乡镇" : head.town());
    return String.join("", issuer);
  }

  /** The title, or that there is none. */
  static String titleOf(ReportHead head) {
    return head.title() == null ? "法治政府建设情况报告（原文无标题）" : head.title();
  }

  /** Title marks inside title marks are single ones. */
  private static String inner(String title) {
    return title.replace('《', '〈').replace('》', '〉');
  }
}
