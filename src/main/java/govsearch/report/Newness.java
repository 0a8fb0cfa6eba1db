package govsearch.report;

/**
 * By what reports are put in order, the newest first: by their year. A year that has not begun is a
 * mistake: such reports stand behind the others that state one; those that state none are last.
 */
public final class Newness {

  /** Of a report that states no year, as its year is written there where it is a number. */
  public static final int NONE = Integer.MIN_VALUE;

  private Newness() {}

  /**
   * The greater, the earlier a report is listed.
   *
   * @param year {@link #NONE} for none
   */
  public static int of(int year, int thisYear) {
    return year > thisYear ? NONE + year : year;
  }

  /** The year that a newness was made of; {@link #NONE} for none. */
  public static int year(int newness) {
    return newness < 0 && newness != NONE ? newness - NONE : newness;
  }
}
