package govsearch.ingest.structure;

import govsearch.report.Heading;
import govsearch.report.ParagraphKind;
import govsearch.report.Section;
import govsearch.text.Range;
import govsearch.text.Sentences;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
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

  private final HeadingPath path = new HeadingPath();

  private final AnnouncedSections announced;

  /** What a subheading turns to by itself. */
  private @Nullable Section below;

  /** Where the text has turned to though nothing announced it. */
  private final Turns turns = new Turns();

  /** Whether the sections are left: what signs and what is attached turns to none. */
  private boolean closed;

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
    this.announced = new AnnouncedSections(sections);
    this.sectionLevel =
        headings.stream()
            .filter(Objects::nonNull)
            .mapToInt(found -> found.heading().level())
            .min()
            .orElse(0);
  }

  /** Leaves all sections, as at a signature. */
  void close() {
    path.clear();
    below = null;
    itemLevel = NO_ITEM;
    announce(List.of(Section.OTHER));
    closed = true;
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
    for (Turn turn = turn(rest); turn != null; turn = turn(rest)) {
      if (turn.at() > 0) {
        parts.add(block(ParagraphKind.BODY, rest.substring(0, turn.at()).strip(), heading));
        heading = null;
      }
      rest = rest.substring(turn.at());
      take(turn, rest);
    }
    parts.add(block(ParagraphKind.BODY, rest, heading));
    announced.read();
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
    if (heading.level() > sectionLevel) {
      HeadingMark.of(heading.title())
          .ifPresent(mark -> turns.count(heading.level(), mark.number()));
    }
    if (HeadingMark.isPart(heading.title())) {
      path.enterPart(heading);
      announce(sectionsOf(line, heading));
      return;
    }
    path.enter(heading);
    if (heading.level() == sectionLevel) {
      enterSection(line, heading);
    } else if (heading.level() == 2) {
      if (path.isTop() && announced.current() == Section.LEAD) {
        announce(List.of(sections.spokenFor(line))); // no section above it
      }
      below = SectionCues.announcedBelow(withoutMark(heading)).orElse(null);
      if (below != null) {
        turns.clear();
      }
    }
  }

  /** A theme in a part that announced its section stays in that. */
  private void enterSection(int line, Heading heading) {
    boolean theme = SectionCues.announced(heading.title()).isEmpty();
    if (!path.isInPart() || !theme || announced.current() == Section.OTHER) {
      announce(sectionsOf(line, heading));
    }
  }

  private void enterText(String line) {
    if (Signatures.isClosing(line)) {
      close();
      if (Signatures.isAttachment(line)) {
        sections.attach();
        path.enter(new Heading(1, line));
      }
    } else {
      Optional<HeadingMark> mark = HeadingMark.of(line);
      mark.ifPresentOrElse(
          item -> turns.count(item.level(), item.number()),
          () -> turns.enterText(line, announced.current()));
      // An unnumbered paragraph behind items belongs to what stands above the items.
      closeDownTo(mark.map(HeadingMark::level).orElse(itemLevel));
      if (closed) {
        attached(line);
      }
    }
    if (sectionLevel == 0 && announced.hasText()) { // no headings: each paragraph speaks for itself
      Section spoken = SectionCues.spokenFor(line);
      announce(List.of(spoken == Section.OTHER ? announced.current() : spoken));
    }
  }

  /** A title among what is attached says what the lines below it are of. */
  private void attached(String line) {
    Section list = sections.attachedTo(line);
    if (list != announced.current()) {
      announce(List.of(list));
      closed = true;
    }
  }

  private List<Section> sectionsOf(int line, Heading heading) {
    return sections.openedBy(line, heading.title(), announced.current() == Section.LEAD);
  }

  private void announce(List<Section> sections) {
    announced.announce(sections);
    below = null;
    closed = false;
    turns.clear();
  }

  private void closeDownTo(int level) {
    path.closeDownTo(level);
    if (level <= 2) {
      below = null;
    }
  }

  private static String withoutMark(Heading heading) {
    int mark = HeadingMark.of(heading.title()).map(HeadingMark::length).orElse(0);
    return heading.title().substring(mark);
  }

  /**
   * A place where a text turns.
   *
   * @param unannounced the section that no heading announced, or null
   */
  private record Turn(int at, @Nullable Section unannounced) {}

  /** Where a text turns to a section that is announced behind the one being read, or to another. */
  private @Nullable Turn turn(String rest) {
    if (closed || announced.current() == Section.LEAD) {
      return null;
    }
    for (Range range : Sentences.of(rest)) {
      String sentence = range.of(rest);
      if (below == null && announced.turnsTo(sentence) > 0) {
        return new Turn(range.start(), null);
      }
      Optional<Section> other =
          TurnCues.turn(section(), rest, range, sections.opensLater(sentence));
      if (other.isPresent()) {
        return new Turn(range.start(), other.get());
      }
    }
    boolean next = below == null && announced.nextIsSpokenFor(rest);
    return next ? new Turn(0, null) : null;
  }

  private void take(Turn turn, String rest) {
    if (turn.unannounced() != null) {
      turns.to(turn.unannounced());
      return;
    }
    String sentence = Sentences.of(rest).getFirst().of(rest);
    announced.advance(Math.max(1, announced.turnsTo(sentence)));
    turns.clear();
  }

  private Section section() {
    return turns.turned().orElse(below != null ? below : announced.current());
  }

  private Structure.Block block(ParagraphKind kind, String text, @Nullable Heading heading) {
    return new Structure.Block(kind, text, heading, path.titles(), section());
  }
}
