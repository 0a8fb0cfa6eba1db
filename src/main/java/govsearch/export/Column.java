package govsearch.export;

/**
 * A column of a table.
 *
 * @param code what programs call it, such as {@code heading_path}
 * @param heading what people read above it
 * @param look how a spreadsheet shows it
 */
public record Column(String code, String heading, Look look) {

  /** How a spreadsheet shows a column. */
  public enum Look {
    /** A number or a few words. */
    SHORT(11),
    /** Some words, in lines. */
    WORDS(16),
    /** A title or a path, in lines. */
    NAME(28),
    /** A text of any length, in lines. */
    TEXT(72),
    /** An address that can be followed. */
    LINK(30);

    private final int width;

    Look(int width) {
      this.width = width;
    }

    /** In characters of the width of a digit. */
    int width() {
      return width;
    }

    boolean hasLines() {
      return this == WORDS || this == NAME || this == TEXT;
    }
  }

  /** A column of numbers or short texts. */
  public Column(String code, String heading) {
    this(code, heading, Look.SHORT);
  }
}
