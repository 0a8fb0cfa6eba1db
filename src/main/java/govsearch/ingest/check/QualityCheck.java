package govsearch.ingest.check;

import govsearch.ingest.check.Finding.Problem;
import govsearch.ingest.metadata.Doubts;
import govsearch.ingest.places.Gazetteer;
import govsearch.ingest.places.PlaceNames;
import govsearch.ingest.places.Region;
import govsearch.report.Metadata;
import govsearch.report.Paragraph;
import govsearch.report.Provenance;
import govsearch.report.Report;
import govsearch.report.ReportHead;
import govsearch.report.Section;
import govsearch.report.YearDoubt;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Looks through reports for what a person should mend. Changes nothing. */
public final class QualityCheck {

  /** Towns' reports have 3,000 to 8,000 characters. */
  private static final int SHORT = 500;

  private static final int LONG = 30_000;
  private static final int SHOWN = 30;
  private static final int MOST_SHOWN = 3;

  /** Those that a report must have one of. */
  private static final Set<Section> TOLD =
      EnumSet.of(Section.ACHIEVEMENTS, Section.PROBLEMS, Section.LEADERSHIP, Section.PLANS);

  private final @Nullable Gazetteer gazetteer;
  private final CopyFinder copies = new CopyFinder();
  private final List<Finding> findings = new ArrayList<>();
  private int reports;

  /**
   * A check.
   *
   * @param gazetteer to hold places against; null for none
   */
  public QualityCheck(@Nullable Gazetteer gazetteer) {
    this.gazetteer = gazetteer;
  }

  /** Looks at a report. */
  public void add(Report report) {
    reports++;
    ReportHead head = report.head();
    if (head.town() == null && !isOfRegion(head)) {
      found(head, Problem.NO_TOWN, "标题、落款、正文和路径都没有写明");
    }
    if (head.year() == null) {
      found(head, Problem.NO_YEAR, "标题、正文和文件名都没有写明");
    }
    String yearDoubt = YearDoubt.of(report);
    if (yearDoubt != null) {
      found(head, Problem.YEAR, yearDoubt);
    }
    if (report.paragraphs().stream().map(Paragraph::section).noneMatch(TOLD::contains)) {
      found(head, Problem.NO_SECTIONS, "没有认出成效、问题、计划等任何一章");
    }
    String text =
        report.paragraphs().stream().map(Paragraph::text).collect(Collectors.joining("\n"));
    List<String> doubts =
        Doubts.of(head.source().path(), report.paragraphs(), head.source().bytes());
    doubts.forEach(doubt -> found(head, Problem.SIZE, doubt));
    if (doubts.isEmpty() && (text.length() < SHORT || text.length() > LONG)) {
      found(head, Problem.SIZE, "全文 " + text.length() + " 字");
    }
    checkPlace(head, text);
    checkText(head, report.paragraphs(), text);
    copies.add(report);
  }

  /** A county, city or province that reports itself has no town to name. */
  private static boolean isOfRegion(ReportHead head) {
    Metadata metadata = head.metadata();
    return Stream.of(metadata.county(), metadata.city(), metadata.province())
            .anyMatch(
                level ->
                    level != null
                        && (level.from() == Provenance.TITLE
                            || level.from() == Provenance.MANIFEST))
        || isRegion(head.source().path());
  }

  /** Whether a file is named for a region: 云泽省-2026.txt. */
  private static boolean isRegion(String path) {
    Region named = PlaceNames.at(path.substring(path.lastIndexOf('/') + 1));
    return named.town() == null && !named.equals(Region.NONE);
  }

  private void checkPlace(ReportHead head, String text) {
    Metadata metadata = head.metadata();
    if (metadata.ambiguous()) {
      String name = Objects.requireNonNullElse(head.town(), head.county());
      found(head, Problem.PLACE, "有几个地方叫" + name + "，不能断定是哪一个");
    }
    if (gazetteer != null) {
      String remark = gazetteer.complete(Region.of(metadata), head.source().path(), text).remark();
      if (remark != null) {
        found(head, Problem.PLACE, remark);
      }
    }
  }

  private void checkText(ReportHead head, List<Paragraph> paragraphs, String text) {
    int broken = LeftOver.broken(text);
    if (broken > 0) {
      double percent = 100.0 * broken / text.length();
      found(
          head,
          Problem.BROKEN_TEXT,
          String.format(Locale.ROOT, "有 %d 处乱码，占全文 %.1f%%", broken, percent));
    }
    List<Paragraph> chrome =
        paragraphs.stream().filter(paragraph -> LeftOver.isChrome(paragraph.text())).toList();
    if (!chrome.isEmpty()) {
      String shown =
          chrome.stream()
              .limit(MOST_SHOWN)
              .map(
                  paragraph ->
                      "第 " + paragraph.ordinal() + " 段“" + shortened(paragraph.text()) + "”")
              .collect(Collectors.joining("、"));
      found(
          head,
          Problem.CHROME,
          shown + (chrome.size() > MOST_SHOWN ? "等 " + chrome.size() + " 段" : ""));
    }
  }

  private static String shortened(String text) {
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
  }

  private void found(ReportHead head, Problem problem, String what) {
    findings.add(new Finding(problem, head.source().path(), head.id(), what));
  }

  /** How many reports were looked at. */
  public int reports() {
    return reports;
  }

  /**
   * What was found, by problem and file.
   *
   * @param byId gives a report that was added, again
   */
  public List<Finding> findings(Function<String, Optional<Report>> byId) {
    List<Finding> all = new ArrayList<>(findings);
    for (CopyFinder.Copy copy : copies.find(byId)) {
      ReportHead of = copy.of();
      String year = of.year() == null ? "年度未注明" : of.year() + "年";
      String what =
          String.format(
              Locale.ROOT,
              "%.0f%% 的文字与 %s（%s，%s）相同",
              Math.floor(100 * copy.share()),
              of.source().path(),
              Objects.requireNonNullElse(of.town(), "乡镇未注明"),
              year);
      all.add(new Finding(Problem.COPIED, copy.report().source().path(), copy.report().id(), what));
    }
    all.sort(Comparator.comparing(Finding::problem).thenComparing(Finding::file));
    return all;
  }
}
