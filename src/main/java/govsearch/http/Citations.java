package govsearch.http;

import govsearch.engine.Reports;
import govsearch.insight.checklist.Publishing;
import govsearch.report.Paragraph;
import govsearch.report.Report;
import govsearch.report.ReportHead;
import govsearch.report.Sourced;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A report or a paragraph as several kinds of lists of references want it. What is not known stands
 * in none of them, and neither does an address that leads nowhere outside this machine.
 *
 * @param brief one line for a footnote, with the day on which it was looked at
 * @param gbt7714 after GB/T 7714-2025, a report that is online
 * @param ris for Zotero, EndNote, NoteExpress
 * @param bibtex for LaTeX
 * @param source where it was published, to the paragraph where that can be said; null if not known
 */
public record Citations(
    String brief, String gbt7714, String ris, String bibtex, @Nullable String source) {

  /** What has a meaning of its own in BibTeX. */
  private static final String BIBTEX_SIGNS = "\\{}%&#$_~^";

  /**
   * Those of a report or a paragraph of it, looked at today.
   *
   * @param key the report's id, with that of the paragraph behind a dot
   * @param publicUrl where others reach the service, without a slash at the end; null for nowhere
   * @return empty where there is no such report or paragraph
   */
  public static Optional<Citations> of(Reports engine, String key, @Nullable String publicUrl) {
    int dot = key.indexOf('.');
    Links links = new Links(publicUrl);
    String edition = engine.edition().orElse(null);
    LocalDate today = LocalDate.now(ZoneId.systemDefault());
    Optional<Report> report = engine.report(dot < 0 ? key : key.substring(0, dot));
    if (dot < 0) {
      return report.map(of -> of(of.head(), null, links.cited(of.id()), edition, today));
    }
    String id = key.substring(dot + 1);
    return report.flatMap(
        of ->
            of.paragraphs().stream()
                .filter(paragraph -> paragraph.id().equals(id))
                .findFirst()
                .map(
                    paragraph ->
                        of(of.head(), paragraph, links.cited(of.id(), paragraph), edition, today)));
  }

  /**
   * The references.
   *
   * @param paragraph null for the whole report
   * @param address where others reach it here; null for nowhere
   * @param edition of the collection; null where it is not known
   * @param today the day on which it is looked at
   */
  static Citations of(
      ReportHead head,
      @Nullable Paragraph paragraph,
      @Nullable String address,
      @Nullable String edition,
      LocalDate today) {
    String source = SourceAddress.of(head, paragraph);
    List<String> addresses = new ArrayList<>();
    Optional.ofNullable(source).ifPresent(addresses::add);
    Optional.ofNullable(address).ifPresent(addresses::add);
    Sourced<String> published = head.metadata().published();
    LocalDate day = Publishing.day(published == null ? null : published.value()).orElse(null);
    Written written = new Written(head, paragraph, addresses, day, edition, today);
    return new Citations(
        written.brief(), written.gbt7714(), written.ris(), written.bibtex(), source);
  }

  /** What all forms are written of. */
  private record Written(
      ReportHead head,
      @Nullable Paragraph paragraph,
      List<String> addresses,
      @Nullable LocalDate published,
      @Nullable String edition,
      LocalDate today) {

    private String first() {
      return addresses.isEmpty() ? Citation.NO_ADDRESS : addresses.getFirst();
    }

    private String where() {
      return paragraph == null ? "" : "第" + paragraph.ordinal() + "段";
    }

    String brief() {
      return Citation.beginning(head, paragraph) + "，" + today + "查阅，" + first() + "。";
    }

    String gbt7714() {
      return Citation.issuer(head)
          + ". "
          + Citation.titleOf(head)
          + "[R/OL]. "
          + (published == null ? "" : "(" + published + ")")
          + "["
          + today
          + "]"
          + (paragraph == null ? "" : ": " + where())
          + ". "
          + first()
          + ".";
    }

    private String note() {
      List<String> notes = new ArrayList<>();
      if (paragraph != null) {
        List<String> path = new ArrayList<>(paragraph.headingPath());
        path.add(where());
        notes.add(String.join(" › ", path));
      }
      if (head.year() != null) {
        notes.add(head.year() + "年度");
      }
      if (edition != null) {
        notes.add("收藏版本 " + edition);
      }
      return String.join("；", notes);
    }

    String ris() {
      StringBuilder out = new StringBuilder();
      line(out, "TY", "RPRT");
      line(out, "AU", Citation.issuer(head));
      line(out, "TI", Citation.titleOf(head));
      if (published != null) {
        line(out, "PY", Integer.toString(published.getYear()));
        line(out, "DA", published.toString().replace('-', '/') + "/");
      }
      addresses.forEach(address -> line(out, "UR", address));
      line(out, "Y2", today.toString().replace('-', '/') + "/");
      line(out, "LA", "zh-CN");
      if (!note().isEmpty()) {
        line(out, "N1", note());
      }
      line(out, "ID", key());
      return out.append("ER  - \r\n").toString();
    }

    private static void line(StringBuilder out, String tag, String value) {
      out.append(tag).append("  - ").append(value.replace('\r', ' ').replace('\n', ' '));
      out.append("\r\n");
    }

    private String key() {
      return head.id() + (paragraph == null ? "" : "-" + paragraph.id());
    }

    String bibtex() {
      StringBuilder out = new StringBuilder("@techreport{").append(key()).append(",\n");
      field(out, "author", "{" + escaped(Citation.issuer(head)) + "}");
      field(out, "institution", escaped(Citation.issuer(head)));
      field(out, "title", "{" + escaped(Citation.titleOf(head)) + "}");
      if (published != null) {
        field(out, "year", Integer.toString(published.getYear()));
        field(out, "date", published.toString());
      }
      if (!addresses.isEmpty()) {
        field(out, "url", addresses.getFirst().replace("%", "\\%").replace("#", "\\#"));
      }
      field(out, "urldate", today.toString());
      if (!note().isEmpty()) {
        field(out, "note", escaped(note()));
      }
      return out.append("}\n").toString();
    }

    private static void field(StringBuilder out, String name, String value) {
      out.append("  ").append(name).append(" = {").append(value).append("},\n");
    }

    private static String escaped(String text) {
      StringBuilder out = new StringBuilder(text.length());
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        switch (c) {
          case '\\' -> out.append("\\textbackslash{}");
          case '~' -> out.append("\\textasciitilde{}");
          case '^' -> out.append("\\textasciicircum{}");
          default -> out.append(BIBTEX_SIGNS.indexOf(c) < 0 ? "" : "\\").append(c);
        }
      }
      return out.toString();
    }
  }
}
