package govsearch.ingest.extract.worker;

/** What holds within one group of an rtf file, and in the groups within it until they say else. */
final class RtfGroup {

  boolean unread;
  boolean deleted;
  boolean hidden;

  /** Whether it is the number of a list's item. */
  boolean listText;

  /** Whether its text stands apart from the paragraph around it: a note, a text box. */
  boolean apart;

  /** Whether it is the table of fonts. */
  boolean fonts;

  boolean farEast;
  int font = -1;
  int farEastFont = -1;

  /** Characters behind one in Unicode that say the same to older programs. */
  int skippedBehindUnicode = 1;

  /** What a group within this one begins with; that it stands apart is not handed down. */
  RtfGroup inner() {
    RtfGroup inner = new RtfGroup();
    inner.unread = unread;
    inner.deleted = deleted;
    inner.hidden = hidden;
    inner.listText = listText;
    inner.fonts = fonts;
    inner.farEast = farEast;
    inner.font = font;
    inner.farEastFont = farEastFont;
    inner.skippedBehindUnicode = skippedBehindUnicode;
    return inner;
  }

  /** Whether its characters are text of the document. */
  boolean isText() {
    return !unread && !deleted && !hidden && !fonts;
  }
}
