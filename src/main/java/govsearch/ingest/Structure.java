package govsearch.ingest;

import govsearch.report.Heading;
import govsearch.report.ParagraphKind;
import govsearch.report.Section;
import govsearch.text.Range;
import govsearch.text.Sentences;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Gives each line its kind, heading path and section. */
final class Structure {

  private static final Pattern SIGNED_DATE =
      Pattern.compile(
          "(.*[^0-9〇零一二三四五六七八九十])?([0-9０-９]{4}|[二2][〇零0○Ｏ一二三四五六七八九]{3})年.{1,3}月.{1,3}日");
  private static final Pattern ISSUER =
      Pattern.compile(
          "[^，。；：]{2,40}(人民政府|办事处|委员会|党委|党工委|政府|办公室|领导小组|镇|乡|街道|苏木)([（(][^）)]{1,10}[）)])?");
  private static final int LONGEST_SIGNATURE = 60;

  private Structure() {}

  /**
   * A line with its place in the document.
   *
   * @param heading the heading that it is or begins with, or null
   * @param path titles of the headings above it, its own run-in title last
   */
  record Block(
      ParagraphKind kind,
      String text,
      @Nullable Heading heading,
      List<String> path,
      Section section) {}

  /**
   * A document's blocks.
   *
   * @param title joined; null where there is none
   */
  record Document(@Nullable String title, List<Block> blocks) {}

  static Document of(List<String> lines) {
    TitleBlock top = TitleBlock.of(lines);
    int first = top.kinds().size();
    List<String> text = lines.subList(first, lines.size());
    List<HeadingFinder.@Nullable Found> headings = HeadingFinder.find(text);
    boolean[] signed = signatures(text);
    List<Block> blocks = new ArrayList<>();
    for (int i = 0; i < first; i++) {
      blocks.add(new Block(top.kinds().get(i), lines.get(i), null, List.of(), Section.LEAD));
    }
    Outline outline = new Outline(text, headings);
    for (int i = 0; i < text.size(); i++) {
      if (signed[i]) {
        blocks.add(new Block(ParagraphKind.SIGNATURE, text.get(i), null, List.of(), Section.OTHER));
      } else {
        outline.enter(i);
        blocks.addAll(outline.blocks(i));
      }
    }
    return new Document(top.title(), blocks);
  }

  /** Whether a line is an issuer's name, as a signature gives it. */
  static boolean isIssuer(String line) {
    return line.length() <= LONGEST_SIGNATURE && ISSUER.matcher(line).matches();
  }

  /** Lines that sign: a date in the last third, the issuer before or behind it, or at the end. */
  private static boolean[] signatures(List<String> text) {
    boolean[] signed = new boolean[text.size()];
    for (int i = text.size() * 2 / 3; i < text.size(); i++) {
      String line = text.get(i);
      if (line.length() <= LONGEST_SIGNATURE && SIGNED_DATE.matcher(line).matches()) {
        signed[i] = true;
        for (int before = i - 1; before >= 0 && isIssuer(text.get(before)); before--) {
          signed[before] = true;
        }
        if (i + 1 < text.size() && isIssuer(text.get(i + 1))) {
          signed[i + 1] = true;
        }
      }
    }
    int last = text.size() - 1;
    if (last > 0 && isIssuer(text.get(last)) && HeadingMark.of(text.get(last)).isEmpty()) {
      signed[last] = true;
    }
    return signed;
  }

  /** The headings above the line that is being read, and the section they announce. */
  private static final class Outline {
    private static final int FIRST_ITEM_LEVEL = 3;
    private static final int NO_ITEM = Integer.MAX_VALUE;

    private final List<String> text;
    private final List<HeadingFinder.@Nullable Found> headings;
    private final List<Heading> open = new ArrayList<>();

    /** Sections that the level-1 heading announced, those still to come behind the first. */
    private List<Section> announced = List.of(Section.LEAD);

    private @Nullable Section below;

    /** Level of the items with run-in headings that are being read. */
    private int itemLevel = NO_ITEM;

    Outline(List<String> text, List<HeadingFinder.@Nullable Found> headings) {
      this.text = text;
      this.headings = headings;
    }

    /** Takes in the heading of a line, if it has one. */
    void enter(int line) {
      HeadingFinder.Found found = headings.get(line);
      if (found == null) {
        // An unnumbered paragraph behind items belongs to what stands above the items.
        closeDownTo(HeadingMark.of(text.get(line)).map(HeadingMark::level).orElse(itemLevel));
        return;
      }
      boolean item = !found.alone() && found.heading().level() >= FIRST_ITEM_LEVEL;
      itemLevel = item ? Math.min(itemLevel, found.heading().level()) : NO_ITEM;
      Heading heading = found.heading();
      closeDownTo(heading.level());
      open.add(heading);
      if (heading.level() == 1) {
        below = null;
        announced = SectionCues.announced(heading.title());
        if (announced.isEmpty()) {
          announced = List.of(SectionCues.spokenFor(textBelow(line)));
        }
      } else if (heading.level() == 2) {
        if (open.size() == 1) {
          announced = List.of(Section.OTHER); // no level 1 above it
        }
        below = SectionCues.announcedBelow(withoutMark(heading.title())).orElse(null);
        if (below == null && open.size() == 1) {
          below = SectionCues.spokenFor(textBelow(line));
        }
      }
    }

    private void closeDownTo(int level) {
      open.removeIf(heading -> heading.level() >= level);
      if (level <= 2) {
        below = null;
      }
    }

    private static String withoutMark(String title) {
      return title.substring(HeadingMark.of(title).map(HeadingMark::length).orElse(0));
    }

    private String textBelow(int line) {
      StringBuilder below = new StringBuilder(text.get(line));
      for (int i = line + 1; i < text.size(); i++) {
        HeadingFinder.Found found = headings.get(i);
        if (found != null && found.heading().level() <= Math.min(2, levelOf(line))) {
          break;
        }
        below.append('\n').append(text.get(i));
      }
      return below.toString();
    }

    private int levelOf(int line) {
      HeadingFinder.Found found = headings.get(line);
      return found == null ? Integer.MAX_VALUE : found.heading().level();
    }

    /** The line as a block, or as two where it turns to the next announced section. */
    List<Block> blocks(int line) {
      HeadingFinder.Found found = headings.get(line);
      String whole = text.get(line);
      if (found != null && found.alone()) {
        return List.of(new Block(ParagraphKind.HEADING, whole, found.heading(), path(), section()));
      }
      Heading heading = found == null ? null : found.heading();
      Optional<Integer> turn =
          announced.size() > 1 && below == null ? turn(whole) : Optional.empty();
      if (turn.isEmpty()) {
        return List.of(body(whole, heading));
      }
      List<Block> parts = new ArrayList<>(2);
      if (turn.get() > 0) {
        parts.add(body(whole.substring(0, turn.get()).strip(), heading));
        heading = null;
      }
      announced = announced.subList(1, announced.size());
      parts.add(body(whole.substring(turn.get()), heading));
      return parts;
    }

    private Block body(String text, @Nullable Heading heading) {
      return new Block(ParagraphKind.BODY, text, heading, path(), section());
    }

    private Optional<Integer> turn(String whole) {
      Section next = announced.get(1);
      return Sentences.of(whole).stream()
          .filter(sentence -> SectionCues.turnsTo(next, sentence.of(whole)))
          .map(Range::start)
          .findFirst();
    }

    private Section section() {
      return below != null ? below : announced.getFirst();
    }

    private List<String> path() {
      return open.stream().map(Heading::title).toList();
    }
  }
}
