package govsearch.ingest.extract;

import java.util.Locale;
import java.util.Set;

/**
 * Files that programs put beside the reports: locks of Word and LibreOffice, what Windows' Explorer
 * notes of a folder. They are in every folder that was ever open, and nobody means them.
 */
public final class LeftBehind {

  private static final Set<String> NAMES = Set.of("thumbs.db", "ehthumbs.db", "desktop.ini");

  private LeftBehind() {}

  /** Whether a file's name, without its folder, is that of such a file. */
  public static boolean is(String name) {
    return name.startsWith("~$")
        || name.startsWith(".~lock.")
        || (name.startsWith("~WRL") && name.endsWith(".tmp"))
        || NAMES.contains(name.toLowerCase(Locale.ROOT));
  }
}
