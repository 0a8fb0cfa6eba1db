package govsearch.ingest.structure;

import govsearch.report.Section;
import govsearch.text.ChineseNumerals;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which sections a heading opens: by its words, by the text below it, by what came before. */
final class SectionHeadings {

  private static final int LONGEST_LIST_TITLE = 40;
  private static final Pattern LIST = Pattern.compile("(实事|项目|任务|要点|计划|目标)(项目|清单|安排|一览表|表)?$");

  private static final Pattern PERIOD =
      Pattern.compile("(?:展望)?[“\"]?十(?<n>[一二三四五六七八九])五[”\"]?(?:时期|期间|规划)");
  private static final Pattern DRAWN_UP = Pattern.compile("制定[^。]{0,30}第十(?<n>[一二三四五六七八九])个五年规划");
  private static final int FIRST_YEAR_OF_14TH = 2021;

  private final List<String> text;
  private final List<HeadingFinder.@Nullable Found> headings;

  /** The year of what was done, as the title or an earlier heading gives it. */
  private @Nullable Integer doneYear;

  private boolean planned;
  private boolean attached;

  /** What an attached list is of, as its title says. */
  private Section attachedTo = Section.OTHER;

  /** The section that was opened last; at first the lead. */
  private Section last = Section.LEAD;

  /**
   * At the beginning of a text.
   *
   * @param titleYear of its title, or null
   */
  SectionHeadings(
      List<String> text,
      List<HeadingFinder.@Nullable Found> headings,
      @Nullable Integer titleYear) {
    this.text = text;
    this.headings = headings;
    this.doneYear = titleYear;
  }

  /** What stands from here on is attached to the report: a list, a table. */
  void attach() {
    attached = true;
    attachedTo = Section.OTHER;
  }

  /** Takes in a line of what is attached: 2025年十件民生实事 behind a report on 2024 is planned. */
  Section attachedTo(String line) {
    Optional<Integer> year = YearReader.inTitle(line);
    boolean later = year.isPresent() && doneYear != null && year.get() > doneYear;
    if (attached && later && line.length() <= LONGEST_LIST_TITLE && LIST.matcher(line).find()) {
      attachedTo = Section.PLANS;
    }
    return attachedTo;
  }

  /**
   * The sections of the heading on a line.
   *
   * @param first whether no section stands before it
   */
  List<Section> openedBy(int line, String title, boolean first) {
    Optional<Integer> year = YearReader.inTitle(title);
    List<Section> sections = SectionCues.announced(title);
    if (SectionCues.isOfNone(title)) {
      sections = List.of(Section.OTHER);
    } else if (sections.isEmpty()) {
      sections = List.of(unannounced(line, title, year));
    } else if (first && isPlan(sections) && SectionCues.mayBeDone(title) && !isLater(year)) {
      // No report begins with its plans: its first 重点工作 are what was done.
      sections = List.of(Section.ACHIEVEMENTS);
    } else if (last == Section.PROBLEMS
        && sections.equals(List.of(Section.ACHIEVEMENTS))
        && SectionCues.isMeasures(title)) {
      sections = List.of(Section.PLANS);
    }
    if (sections.getFirst() == Section.ACHIEVEMENTS && year.isPresent()) {
      doneYear = year.get();
    }
    planned |= isPlan(sections);
    last = sections.getLast();
    return sections;
  }

  private static boolean isPlan(List<Section> sections) {
    return sections.equals(List.of(Section.PLANS));
  }

  private boolean isLater(Optional<Integer> year) {
    return year.isPresent() && doneYear != null && year.get() > doneYear;
  }

  /** Whether a sentence opens with a year behind the one reported on. */
  boolean opensLater(String sentence) {
    return isLater(YearReader.opening(sentence));
  }

  /** Whether a sentence opens with a five-year plan, “十五五”时期…, that only begins. */
  boolean opensLaterPeriod(String sentence) {
    Matcher opening = PERIOD.matcher(sentence);
    Matcher drawnUp = DRAWN_UP.matcher(sentence);
    Matcher period = opening.lookingAt() ? opening : drawnUp;
    if (doneYear == null || (period == drawnUp && !drawnUp.find())) {
      return false;
    }
    int number = 10 + ChineseNumerals.ordinal(period.group("n")).orElse(0);
    return FIRST_YEAR_OF_14TH + (number - 14) * 5 >= doneYear;
  }

  private Section unannounced(int line, String title, Optional<Integer> year) {
    if (attached) {
      return attachedTo;
    }
    if (isLater(year) || (planned && year.isPresent())) {
      return Section.PLANS; // 2025年主要工作 in a report on 2024
    }
    if (line + 1 < text.size() && opensLaterPeriod(text.get(line + 1))) {
      return Section.PLANS;
    }
    Section spoken = spokenFor(line);
    if (planned && (spoken == Section.ACHIEVEMENTS || spoken == Section.OTHER)) {
      // 加强政府自身建设 behind the plans is one more of them.
      return last == Section.PLANS && SectionCues.isWork(title) ? Section.PLANS : Section.OTHER;
    }
    return spoken;
  }

  /** The section that the text from a heading to the next of its level or above speaks for. */
  Section spokenFor(int line) {
    int level = levelOf(line);
    StringBuilder below = new StringBuilder(text.get(line));
    for (int i = line + 1; i < text.size() && levelOf(i) > level; i++) {
      below.append('\n').append(text.get(i));
    }
    return SectionCues.spokenFor(below.toString());
  }

  private int levelOf(int line) {
    HeadingFinder.Found found = headings.get(line);
    return found == null ? Integer.MAX_VALUE : found.heading().level();
  }
}
