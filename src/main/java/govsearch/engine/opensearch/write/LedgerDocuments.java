package govsearch.engine.opensearch.write;

import govsearch.engine.opensearch.client.Json;
import govsearch.engine.opensearch.layout.Columns;
import govsearch.library.FileRecord;
import govsearch.library.RunRecord;
import govsearch.report.Ids;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Turns what is known of files and runs into documents, and says by what these are looked up. */
final class LedgerDocuments {
  static final String FILE = "file";
  static final String RUN = "run";

  /** Stands in no path. */
  private static final char BEHIND_ROOT = '\0';

  private static final int KEY_DIGITS = 32;

  private LedgerDocuments() {}

  /** Where a file stands in the order of paths. */
  static String place(String root, String path) {
    return Json.wellFormed(root + BEHIND_ROOT + path);
  }

  static String id(String root, String path) {
    return FILE + "-" + hash(root + BEHIND_ROOT + path);
  }

  static String id(RunRecord run) {
    return RUN + "-" + run.started();
  }

  static Map<String, Object> of(FileRecord file) {
    return Json.of(
        Columns.KIND, FILE,
        Columns.FILE, place(file.root(), file.path()),
        Columns.FOLDER, Json.wellFormed("%09d %s".formatted(file.order(), file.root())),
        Columns.KEYS, List.copyOf(keys(file)),
        Columns.SKIPPED, !file.skipped().isEmpty(),
        Columns.STORED, file);
  }

  static Map<String, Object> of(RunRecord run) {
    return Json.of(Columns.KIND, RUN, Columns.STARTED, run.started(), Columns.STORED, run);
  }

  /** All that a file is looked up by. */
  static Set<String> keys(FileRecord file) {
    Set<String> keys = new LinkedHashSet<>();
    keys.add(path(file.path()));
    keys.add(source(file.sha256()));
    for (FileRecord.Given given : file.reports()) {
      keys.add(content(given.content()));
      keys.add(reportId(given.id()));
      keys.add(source(given.source().sha256()));
    }
    return keys;
  }

  static String content(String content) {
    return "c" + hash(content);
  }

  static String reportId(String id) {
    return "i" + hash(id);
  }

  static String source(String sha256) {
    return "s" + hash(sha256);
  }

  static String path(String path) {
    return "p" + hash(Normalizer.normalize(path, Normalizer.Form.NFC));
  }

  private static String hash(String text) {
    return Ids.sha256(text.getBytes(StandardCharsets.UTF_8)).substring(0, KEY_DIGITS);
  }
}
