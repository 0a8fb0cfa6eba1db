package govsearch.engine.lucene.document;

import govsearch.report.Paragraph;
import govsearch.report.ParagraphKind;
import govsearch.report.Section;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a paragraph makes every score worth, whatever is asked for: text before headings and
 * signatures, what was done before the opening words, and what is said in figures before what is
 * only avowed. Known when the paragraph is indexed.
 */
public final class ParagraphWeight {

  /** An opening is formula by its nature, though no two are quite the same. */
  private static final double OF_LEAD = 0.6;

  /** The most that figures add. */
  private static final double MOST_FOR_FIGURES = 0.6;

  /** How many figures give half of that. */
  private static final double HALF_OF_FIGURES = 3;

  private static final Pattern ENUMERATION = Pattern.compile("^\\(?\\d+[).、]");
  private static final Pattern YEAR = Pattern.compile("\\d{4}(?:年|[—-]\\d{4})");
  private static final Pattern FIGURE = Pattern.compile("\\d++(?:\\.\\d++)?+");

  private ParagraphWeight() {}

  /**
   * In per cent of a plain paragraph's.
   *
   * @param literal its text's literal form
   */
  public static int percent(Paragraph paragraph, String literal) {
    double weight = ofKind(paragraph.kind());
    if (paragraph.section() == Section.LEAD) {
      weight *= OF_LEAD;
    }
    double figures = figures(literal);
    weight *= 1 + MOST_FOR_FIGURES * figures / (figures + HALF_OF_FIGURES);
    return (int) Math.round(100 * weight);
  }

  private static double ofKind(ParagraphKind kind) {
    return switch (kind) {
      case BODY, OTHER -> 1;
      case HEADING, BYLINE, TITLE, SALUTATION, SIGNATURE -> 0.3;
    };
  }

  /** How many figures a literal text states; its number in a list and years are none. */
  private static int figures(String literal) {
    if (literal.chars().noneMatch(c -> c >= '0' && c <= '9')) {
      return 0;
    }
    Matcher enumeration = ENUMERATION.matcher(literal);
    String stated = enumeration.lookingAt() ? literal.substring(enumeration.end()) : literal;
    String text = YEAR.matcher(stated).replaceAll("");
    Matcher matcher = FIGURE.matcher(text);
    int count = 0;
    while (matcher.find()) {
      count++;
    }
    return count;
  }
}
