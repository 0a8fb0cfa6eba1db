package govsearch.ingest.extract.worker;

import java.util.Set;

/** Which groups of an rtf file hold text that a reader of the document sees (version 1.9.1). */
final class RtfDestinations {

  /** Groups that are no text of the document's. */
  private static final Set<String> UNREAD =
      Set.of(
          "fonttbl",
          "colortbl",
          "stylesheet",
          "info",
          "header",
          "headerl",
          "headerr",
          "headerf",
          "footer",
          "footerl",
          "footerr",
          "footerf",
          "pict",
          "objdata",
          "fldinst",
          "listtable",
          "listoverridetable",
          "sp",
          "shprslt",
          "nonesttables",
          "annotation",
          "atnid",
          "atnauthor",
          "tc",
          "xe",
          "pntxta",
          "pntxtb",
          "ftnsep",
          "ftnsepc",
          "aftnsep",
          "aftnsepc",
          "upr");

  /** Groups that those who do not know them are asked to skip, and that hold text. */
  private static final Set<String> READ = Set.of("shpinst", "footnote", "nesttableprops");

  private RtfDestinations() {}

  /**
   * Whether a group that a control word opens is passed over.
   *
   * @param starred whether the file asks those who do not know the word to skip the group
   */
  static boolean isUnread(String word, boolean starred) {
    return UNREAD.contains(word) || (starred && !READ.contains(word));
  }
}
