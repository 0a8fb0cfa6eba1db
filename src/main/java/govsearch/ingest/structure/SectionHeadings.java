package govsearch.ingest.structure;

import govsearch.report.Section;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which sections a heading opens: by its words, by the text below it, by what came before. */
final class SectionHeadings {

  private final List<String> text;
  private final List<HeadingFinder.@Nullable Found> headings;

  /** The year of what was done, as the title or an earlier heading gives it. */
  private @Nullable Integer doneYear;

  private boolean planned;
  private boolean attached;

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
  }

  /**
   * The sections of the heading on a line.
   *
   * @param first whether no section stands before it
   */
  List<Section> openedBy(int line, String title, boolean first) {
    Optional<Integer> year = YearReader.inTitle(title);
    List<Section> sections = SectionCues.announced(title);
    if (sections.isEmpty()) {
      sections = List.of(unannounced(line, year));
    } else if (first && isPlan(sections) && SectionCues.mayBeDone(title)) {
      // No report begins with its plans: its first 重点工作 are what was done.
      sections = List.of(Section.ACHIEVEMENTS);
    }
    if (sections.getFirst() == Section.ACHIEVEMENTS && year.isPresent()) {
      doneYear = year.get();
    }
    planned |= isPlan(sections);
    return sections;
  }

  private static boolean isPlan(List<Section> sections) {
    return sections.equals(List.of(Section.PLANS));
  }

  private Section unannounced(int line, Optional<Integer> year) {
    if (attached) {
      return Section.OTHER;
    }
    if (year.isPresent() && doneYear != null && year.get() > doneYear) {
      return Section.PLANS; // 2025年主要工作 in a report on 2024
    }
    Section spoken = spokenFor(line);
    return planned && spoken == Section.ACHIEVEMENTS ? Section.OTHER : spoken;
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
