package govsearch.ingest.structure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the lines that a web site put around a document: buttons, breadcrumbs, counters, and the
 * header block of index number, issuer and dates. Only lines that are nothing else are taken; what
 * is doubtful stays in the report.
 */
public final class SiteChrome {

  private static final int LONGEST_LINK = 40;
  private static final int LONGEST_STEP = 20;

  /** As index numbers are, 11330000000000000E/2025-139175. */
  private static final Pattern INDEX_NUMBER = Pattern.compile("[0-9A-Za-z/_.\\-—]{4,60}");

  private final List<String> lines;
  private final BitSet chrome;

  private final PageBody body;

  private @Nullable String published;
  private @Nullable String issuer;
  private @Nullable String origin;

  private SiteChrome(List<String> lines) {
    this.lines = lines;
    this.chrome = new BitSet(lines.size());
    this.body = PageBody.of(lines);
  }

  /**
   * A document without what its site put around it.
   *
   * @param dropped the lines left out
   * @param published the date of publishing as the site's header gives it, or null
   * @param issuer as the site's header gives it, or null
   * @param origin where the site has the text from (来源), or null
   */
  public record Page(
      List<String> lines,
      List<String> dropped,
      @Nullable String published,
      @Nullable String issuer,
      @Nullable String origin) {}

  public static Page remove(List<String> lines) {
    SiteChrome page = new SiteChrome(lines);
    page.chrome.or(ContentsPage.find(lines));
    page.markControls();
    page.markTrails();
    page.markFields();
    page.markFoot();
    page.markNeighbours();
    List<String> kept = new ArrayList<>();
    List<String> dropped = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      (page.chrome.get(i) ? dropped : kept).add(lines.get(i));
    }
    return new Page(kept, dropped, page.published, page.issuer, page.origin);
  }

  private void markControls() {
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (SiteWords.is(SiteWords.CONTROL, line)
          || (i < body.head() && isAboveOnly(line))
          || (body.isOutside(i) && SiteWords.is(SiteWords.BUTTONS, SiteField.bare(line)))) {
        chrome.set(i);
      }
      if (SiteWords.is(SiteWords.RELATED, line)) {
        chrome.set(i);
        markRelated(i + 1);
      }
    }
  }

  /** What is chrome above a document, for there nothing of its own can look like it. */
  private static boolean isAboveOnly(String line) {
    return SiteWords.is(SiteWords.FOOT, line)
        || SiteWords.is(SiteWords.CONTROL, SiteField.bare(line));
  }

  /** Titles of other pages, listed behind 相关链接 and the like, with their keys between. */
  private void markRelated(int from) {
    for (int i = from; i > body.head() && i < lines.size() && isRelated(lines.get(i)); i++) {
      chrome.set(i);
    }
  }

  private static boolean isRelated(String line) {
    return SiteWords.is(SiteWords.CONTROL, line)
        || (line.length() <= LONGEST_LINK && !PageBody.endsSentence(line));
  }

  /** Breadcrumbs, on one line or with every step on its own. */
  private void markTrails() {
    for (int i = 0; i < lines.size(); i++) {
      if (body.isOutside(i) && SiteWords.is(SiteWords.TRAIL, lines.get(i))) {
        chrome.set(i);
      }
      if (body.isOutside(i) && SiteWords.is(SiteWords.CONNECTOR, lines.get(i))) {
        chrome.set(i);
        markStep(i - 1);
        markStep(i + 1);
        boolean repeated = i + 2 < lines.size() && lines.get(i + 2).equals(lines.get(i + 1));
        if (repeated) {
          markStep(i + 2);
        }
      }
    }
  }

  private void markStep(int index) {
    boolean step =
        index >= 0
            && index < lines.size()
            && lines.get(index).length() <= LONGEST_STEP
            && YearReader.inTitle(lines.get(index)).isEmpty(); // the document's own title
    if (step) {
      chrome.set(index);
    }
  }

  private void markFields() {
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      boolean atFoot = i > body.foot() || line.startsWith("责任编辑");
      if (chrome.get(i)) {
        continue;
      }
      List<SiteField> fields = i < body.head() ? SiteField.of(line) : List.of();
      if (!fields.isEmpty()) {
        markFields(i, fields);
      } else if (atFoot && SiteWords.isFootField(line)) {
        markFields(i, SiteField.of(line));
      } else if (i < body.head()
          && SiteWords.is(SiteWords.DATE, SiteField.bare(line))
          && !isSigned(i)) {
        chrome.set(i);
        note(new SiteField("日期", SiteField.bare(line)));
      }
    }
  }

  /** Marks a line of fields and, where it leaves the last one's value out, the next line. */
  private void markFields(int index, List<SiteField> fields) {
    chrome.set(index);
    for (SiteField field : fields.subList(0, Math.max(0, fields.size() - 1))) {
      note(field);
    }
    if (fields.isEmpty()) {
      return;
    }
    SiteField last = fields.getLast();
    if (last.value().isEmpty() && index + 1 < lines.size() && isFieldValue(lines.get(index + 1))) {
      chrome.set(index + 1);
      last = new SiteField(last.name(), lines.get(index + 1));
    }
    note(last);
  }

  /** A date right behind the line of an issuer is a signature, even on the shortest page. */
  private boolean isSigned(int index) {
    return index > 0 && Signatures.isIssuer(lines.get(index - 1));
  }

  private void note(SiteField field) {
    Matcher date = SiteWords.DATE.matcher(field.value());
    if (published == null && field.isPublished() && date.find()) {
      published = date.group();
    }
    if (field.value().isEmpty()) {
      return;
    }
    if (field.isSource()) {
      origin = origin == null ? field.value() : origin;
    } else if (field.isIssuer()) {
      issuer = issuer == null ? field.value() : issuer;
    }
  }

  private static boolean isFieldValue(String line) {
    return SiteWords.is(SiteWords.DATE, line)
        || INDEX_NUMBER.matcher(line).matches()
        || (line.length() <= LONGEST_STEP
            && !TitleLines.isDocument(line)
            && !PageBody.endsSentence(line)
            && SiteField.of(line).isEmpty()
            && !SiteWords.is(SiteWords.BUTTONS, line)
            && !SiteWords.is(SiteWords.CONTROL, line));
  }

  /** From the first line of a site's foot on, all is the site's. */
  private void markFoot() {
    for (int i = body.foot() + 1; i < lines.size(); i++) {
      if (SiteWords.is(SiteWords.FOOT, lines.get(i))) {
        chrome.set(i, lines.size());
      }
    }
  }

  /** Single letters and brackets between or beside chrome are chrome. */
  private void markNeighbours() {
    for (int i = 0; i < lines.size(); i++) {
      markBeside(i);
    }
    for (int i = lines.size() - 1; i >= 0; i--) {
      markBeside(i);
    }
  }

  private void markBeside(int index) {
    boolean beside = (index > 0 && chrome.get(index - 1)) || chrome.get(index + 1);
    if (beside && SiteWords.BESIDE_CONTROLS.contains(lines.get(index))) {
      chrome.set(index);
    }
  }
}
