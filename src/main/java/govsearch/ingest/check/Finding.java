package govsearch.ingest.check;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something about a report or file that a person should look at.
 *
 * @param file as it stands below its folder
 * @param reportId null where there is no report
 * @param what in Chinese
 */
public record Finding(Problem problem, String file, @Nullable String reportId, String what) {

  /** Kinds of findings, gravest first. */
  public enum Problem {
    SKIPPED("未收录", "按原因处理后重新索引"),
    MANIFEST("清单有误", "改正 reports.csv 里的这一行"),
    BROKEN_TEXT("乱码", "换一份编码正确的原文，或从原网页重新保存"),
    NO_TOWN("没有乡镇", "在 reports.csv 的 town 列填写"),
    YEAR("年度存疑", "对照原文，写错的在 reports.csv 的 year 列改正"),
    NO_YEAR("没有年度", "在 reports.csv 的 year 列填写"),
    PLACE("地区存疑", "核对后在 reports.csv 里填写 county 等列"),
    NO_SECTIONS("分不出章节", "核对原文的标题有没有丢失"),
    SIZE("篇幅异常", "核对是不是只有一部分，或混入了别的内容"),
    CHROME("夹带网页内容", "从原文件里删去这些行"),
    COPIED("与另一份大半相同", "核对是不是重复的文件，或放错了乡镇、年度");

    private final String label;
    private final String advice;

    Problem(String label, String advice) {
      this.label = label;
      this.advice = advice;
    }

    /** The name for machines. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    public String label() {
      return label;
    }

    /** What to do. */
    public String advice() {
      return advice;
    }
  }
}
