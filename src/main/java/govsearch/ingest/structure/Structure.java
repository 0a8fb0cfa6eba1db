package govsearch.ingest.structure;

import govsearch.report.Heading;
import govsearch.report.ParagraphKind;
import govsearch.report.Section;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gives each line its kind, heading path and section. */
public final class Structure {

  private Structure() {}

  /**
   * A line with its place in the document.
   *
   * @param heading the heading that it is or begins with, or null
   * @param path titles of the headings above it, its own run-in title last
   */
  public record Block(
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
  public record Document(@Nullable String title, List<Block> blocks) {}

  public static Document of(List<String> lines) {
    TitleBlock top = TitleBlock.of(lines);
    int first = top.kinds().size();
    List<String> text = lines.subList(first, lines.size());
    BitSet signed = Signatures.find(text);
    List<Block> blocks = new ArrayList<>();
    for (int i = 0; i < first; i++) {
      blocks.add(new Block(top.kinds().get(i), lines.get(i), null, List.of(), Section.LEAD));
    }
    Integer year = top.title() == null ? null : YearReader.inTitle(top.title()).orElse(null);
    Outline outline = new Outline(text, HeadingFinder.find(text, signed), year);
    for (int i = 0; i < text.size(); i++) {
      if (signed.get(i)) {
        outline.close();
        blocks.add(new Block(ParagraphKind.SIGNATURE, text.get(i), null, List.of(), Section.OTHER));
      } else {
        blocks.addAll(outline.blocks(i));
      }
    }
    return new Document(top.title(), blocks);
  }
}
