package govsearch.report;

import java.util.Locale;

/** Where an extracted value came from. */
public enum Provenance {
  /** A person who corrected it on a page. */
  CORRECTION,
  MANIFEST,
  TITLE,
  SIGNATURE,
  SALUTATION,
  BODY,
  FILENAME,
  /** A header block that the publishing site put before the document. */
  SITE,
  /** National tables of divisions, from what the document says of itself. */
  GAZETTEER;

  /** The name that the API uses. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
