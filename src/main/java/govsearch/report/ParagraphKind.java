package govsearch.report;

import java.util.Locale;

/** What a paragraph is in its document. Nothing of a source is left out for being none of these. */
public enum ParagraphKind {
  /** A line of the document's title. */
  TITLE,
  /** A line between title and text: occasion, speaker, caption. */
  BYLINE,
  /** Whom the report addresses, such as 县委依法治县办：. */
  SALUTATION,
  /** A heading that stands alone. */
  HEADING,
  BODY,
  /** Issuer or date at the end. */
  SIGNATURE,
  OTHER;

  /** The name that the API uses. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
