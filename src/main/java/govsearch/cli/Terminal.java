package govsearch.cli;

/**
 * What kind of place the output goes to. The launcher tells: Java 21 has no reliable way to find
 * out by itself.
 */
final class Terminal {

  private static final String TERMINAL_PROPERTY = "govsearch.terminal";

  private Terminal() {}

  /** Whether a person looks at it as it comes. */
  static boolean isInteractive() {
    return Boolean.getBoolean(TERMINAL_PROPERTY);
  }

  /** Whether colours are shown: on a terminal, unless {@code NO_COLOR} says otherwise. */
  static boolean hasColours() {
    return isInteractive() && System.getenv("NO_COLOR") == null;
  }
}
