package govsearch.ingest.manifest;

/** Cells as spreadsheets take them: one that begins like a formula would be run as one. */
final class Spreadsheet {

  private static final String FORMULA = "=+-@\t\r";

  private Spreadsheet() {}

  /** A cell that is shown as it is. The sign for none is no formula. */
  static String escaped(String value) {
    boolean formula =
        !value.isEmpty()
            && !value.equals(ManifestColumn.NONE)
            && (FORMULA.indexOf(value.charAt(0)) >= 0 || isEscaped(value));
    return formula ? "'" + value : value;
  }

  /** What was written by {@link #escaped}. */
  static String unescaped(String cell) {
    return isEscaped(cell) ? cell.substring(1) : cell;
  }

  private static boolean isEscaped(String cell) {
    return cell.length() > 1
        && cell.charAt(0) == '\''
        && (FORMULA.indexOf(cell.charAt(1)) >= 0 || cell.charAt(1) == '\'');
  }
}
