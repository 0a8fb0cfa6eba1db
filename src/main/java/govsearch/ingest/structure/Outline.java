package govsearch.ingest.structure;

import govsearch.report.Heading;
import govsearch.report.ParagraphKind;
import govsearch.report.Section;
import govsearch.text.Range;
import govsearch.text.Sentences;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The headings above the line that is being read, and the section they announce. */
final class Outline {

  private static final int FIRST_ITEM_LEVEL = 3;
  private static final int NO_ITEM = Integer.MAX_VALUE;

  private final List<String> text;
  private final List<HeadingFinder.@Nullable Found> headings;
  private final SectionHeadings sections;

  /** The level that divides the document into sections: 1, unless it begins lower down. */
  private final int sectionLevel;

  /** 第一部分, which stands above 一、. */
  private @Nullable Heading part;

  private final List<Heading> open = new ArrayList<>();

  /** The section that is being read, and behind it those that its heading announced too. */
  private List<Section> announced = List.of(Section.LEAD);

  /** Whether the section that is being read has text already. */
  private boolean hasText;

  /** What a subheading turns to by itself. */
  private @Nullable Section below;

  /** Level of the items with run-in headings that are being read. */
  private int itemLevel = NO_ITEM;

  /**
   * At the beginning of a text.
   *
   * @param year of its title, or null
   */
  Outline(List<String> text, List<HeadingFinder.@Nullable Found> headings, @Nullable Integer year) {
    this.text = text;
    this.headings = headings;
    this.sections = new SectionHeadings(text, headings, year);
    this.sectionLevel =
        headings.stream()
            .filter(Objects::nonNull)
            .mapToInt(found -> found.heading().level())
            .min()
            .orElse(0);
  }

  /** Leaves all sections, as at a signature. */
  void close() {
    part = null;
    open.clear();
    below = null;
    itemLevel = NO_ITEM;
    announce(List.of(Section.OTHER));
  }

  /** The line as a block, or as several where it turns to the next announced section. */
  List<Structure.Block> blocks(int line) {
    enter(line);
    HeadingFinder.Found found = headings.get(line);
    String rest = text.get(line);
    Heading heading = found == null ? null : found.heading();
    if (found != null && found.alone()) {
      return List.of(block(ParagraphKind.HEADING, rest, heading));
    }
    List<Structure.Block> parts = new ArrayList<>();
    for (int turn = turn(rest); turn >= 0; turn = turn(rest)) {
      if (turn > 0) {
        parts.add(block(ParagraphKind.BODY, rest.substring(0, turn).strip(), heading));
        heading = null;
      }
      rest = rest.substring(turn);
      turnTo(rest);
    }
    parts.add(block(ParagraphKind.BODY, rest, heading));
    hasText = true;
    return parts;
  }

  /** Takes in the heading of a line, if it has one. */
  private void enter(int line) {
    HeadingFinder.Found found = headings.get(line);
    if (found == null) {
      enterText(text.get(line));
      return;
    }
    Heading heading = found.heading();
    boolean item = !found.alone() && heading.level() >= FIRST_ITEM_LEVEL;
    itemLevel = item ? Math.min(itemLevel, heading.level()) : NO_ITEM;
    closeDownTo(heading.level());
    if (HeadingMark.isPart(heading.title())) {
      part = heading;
      announce(sectionsOf(line, heading));
      return;
    }
    open.add(heading);
    if (heading.level() == sectionLevel) {
      enterSection(line, heading);
    } else if (heading.level() == 2) {
      if (open.size() == 1 && announced.getFirst() == Section.LEAD) {
        announce(List.of(sections.spokenFor(line))); // no section above it
      }
      below = SectionCues.announcedBelow(withoutMark(heading)).orElse(null);
    }
  }

  /** A theme in a part that announced its section stays in that. */
  private void enterSection(int line, Heading heading) {
    boolean theme = SectionCues.announced(heading.title()).isEmpty();
    if (part == null || !theme || announced.getFirst() == Section.OTHER) {
      announce(sectionsOf(line, heading));
    }
  }

  private void enterText(String line) {
    if (Signatures.isClosing(line)) {
      close();
      if (Signatures.isAttachment(line)) {
        sections.attach();
        open.add(new Heading(1, line));
      }
    } else {
      // An unnumbered paragraph behind items belongs to what stands above the items.
      closeDownTo(HeadingMark.of(line).map(HeadingMark::level).orElse(itemLevel));
    }
    if (sectionLevel == 0 && hasText) { // no headings: each paragraph speaks for itself
      Section spoken = SectionCues.spokenFor(line);
      announce(List.of(spoken == Section.OTHER ? announced.getFirst() : spoken));
    }
  }

  private List<Section> sectionsOf(int line, Heading heading) {
    return sections.openedBy(line, heading.title(), announced.getFirst() == Section.LEAD);
  }

  private void announce(List<Section> sections) {
    announced = sections;
    below = null;
    hasText = false;
  }

  private void closeDownTo(int level) {
    open.removeIf(heading -> heading.level() >= level);
    if (level <= 2) {
      below = null;
    }
  }

  private static String withoutMark(Heading heading) {
    int mark = HeadingMark.of(heading.title()).map(HeadingMark::length).orElse(0);
    return heading.title().substring(mark);
  }

  /** Where a text turns to a section that is announced behind the one being read; else -1. */
  private int turn(String rest) {
    if (announced.size() < 2 || below != null) {
      return -1;
    }
    for (Range sentence : Sentences.of(rest)) {
      if (turnsTo(sentence.of(rest)) > 0) {
        return sentence.start();
      }
    }
    return hasText && SectionCues.spokenFor(rest) == announced.get(1) ? 0 : -1;
  }

  private void turnTo(String rest) {
    String sentence = Sentences.of(rest).getFirst().of(rest);
    announced = announced.subList(Math.max(1, turnsTo(sentence)), announced.size());
    hasText = false;
  }

  /** Which of the announced sections a sentence turns to; 0 for none. */
  private int turnsTo(String sentence) {
    for (int i = 1; i < announced.size(); i++) {
      if (SectionCues.turnsTo(announced.get(i), sentence)) {
        return i;
      }
    }
    return 0;
  }

  private Structure.Block block(ParagraphKind kind, String text, @Nullable Heading heading) {
    Section section = below != null ? below : announced.getFirst();
    List<String> path =
        Stream.concat(Stream.ofNullable(part), open.stream()).map(Heading::title).toList();
    return new Structure.Block(kind, text, heading, path, section);
  }
}
