package govsearch.report;

import govsearch.text.Range;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A paragraph: the unit of the index and of links.
 *
 * @param id unique in its report; see {@link Ids#paragraphIds}
 * @param ordinal position in the report, from 1, as people count
 * @param text the source's text without noise
 * @param heading the heading that this paragraph is or begins with; else null
 * @param headingPath titles of the headings above, outermost first, its own run-in title last
 * @param statements ranges of the statements in {@code text}, in order, at least one for a body
 */
public record Paragraph(
    String id,
    int ordinal,
    ParagraphKind kind,
    String text,
    @Nullable Heading heading,
    List<String> headingPath,
    Section section,
    List<Range> statements) {

  public Paragraph {
    headingPath = List.copyOf(headingPath);
    statements = List.copyOf(statements);
  }
}
