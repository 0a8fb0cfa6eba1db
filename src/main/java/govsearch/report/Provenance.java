package govsearch.report;

import java.util.Locale;

/** Where an extracted value came from. */
public enum Provenance {
  MANIFEST,
  TITLE,
  SIGNATURE,
  SALUTATION,
  BODY,
  FILENAME,
  /** A header block that the publishing site put before the document. */
  SITE;

  /** The name that the API uses. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
