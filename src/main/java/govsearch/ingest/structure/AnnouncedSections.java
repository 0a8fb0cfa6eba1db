package govsearch.ingest.structure;

import govsearch.report.Section;
import java.util.List;

/** The section that is being read, and behind it those that its heading announced too. */
final class AnnouncedSections {

  private final SectionHeadings headings;
  private List<Section> sections = List.of(Section.LEAD);

  /** Whether the section that is being read has text already. */
  private boolean hasText;

  AnnouncedSections(SectionHeadings headings) {
    this.headings = headings;
  }

  /** Sections that a heading opens, at least one, in the order in which they are to come. */
  void announce(List<Section> opened) {
    sections = opened;
    hasText = false;
  }

  Section current() {
    return sections.getFirst();
  }

  boolean hasText() {
    return hasText;
  }

  /** Text of the current section has been read. */
  void read() {
    hasText = true;
  }

  /** How far on a sentence turns to the announced sections; 0 for not at all. */
  int turnsTo(String sentence) {
    for (int i = 1; i < sections.size(); i++) {
      Section next = sections.get(i);
      if (SectionCues.turnsTo(next, sentence)
          || (next == Section.PLANS && headings.opensLaterPeriod(sentence))) {
        return i;
      }
    }
    return 0;
  }

  /** Whether a text behind other text of the section speaks for the one announced next. */
  boolean nextIsSpokenFor(String text) {
    return sections.size() > 1 && hasText && SectionCues.spokenFor(text) == sections.get(1);
  }

  /** Leaves the first sections. */
  void advance(int left) {
    announce(sections.subList(left, sections.size()));
  }
}
