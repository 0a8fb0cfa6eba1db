package govsearch.insight.selfcheck;

import java.util.Locale;

/** Where a sentence of a draft comes from. */
public enum SentenceKind {
  /** Several other towns say it. */
  FORMULA,
  /** It stands in a report of the own town on an earlier year. */
  OWN_EARLIER,
  /** It stands in a report of one other town, or of two. */
  ELSEWHERE,
  /** It is worded like a sentence of a report, and changed. */
  ALIKE,
  /** Nothing like it is in the collection. */
  NEW,
  /** Too short to be anybody's in particular. */
  BRIEF;

  /** The name that the API uses. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
