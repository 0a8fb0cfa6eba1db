package govsearch.ingest.sync;

import govsearch.library.FileRecord;
import govsearch.library.Ledger;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * For paths that several files have, in several roots or in several Unicode forms: which of the
 * files has the id of the path. The one that has it keeps it, so that a folder that is added later
 * breaks no link. Only paths are looked at at which something comes or goes.
 */
final class PathIds {

  private final Map<String, FileKey> holders = new HashMap<>();
  private final List<FileRecord> others = new ArrayList<>();

  /**
   * Settles who has which id.
   *
   * @param coming files that are there, known or new
   * @param going files that are there no more
   * @param orders of the roots
   */
  PathIds(
      Ledger ledger, Collection<FileKey> coming, Set<FileKey> going, Map<String, Integer> orders) {
    Map<String, List<FileKey>> byPath = new HashMap<>();
    coming.forEach(
        key -> byPath.computeIfAbsent(nfc(key.path()), p -> new ArrayList<>(1)).add(key));
    going.forEach(key -> byPath.computeIfAbsent(nfc(key.path()), p -> new ArrayList<>(1)));
    byPath.forEach((path, keys) -> settle(path, keys, ledger.alike(path), going, orders));
  }

  private void settle(
      String path,
      List<FileKey> coming,
      List<FileRecord> known,
      Set<FileKey> going,
      Map<String, Integer> orders) {
    Map<FileKey, @Nullable FileRecord> living = new HashMap<>();
    coming.forEach(key -> living.put(key, null));
    known.forEach(file -> living.put(FileKey.of(file), file));
    living.keySet().removeAll(going);
    FileKey holder =
        living.keySet().stream()
            .min(
                Comparator.comparing((FileKey key) -> !hasId(living.get(key)))
                    .thenComparing(key -> orders.getOrDefault(key.root(), Integer.MAX_VALUE))
                    .thenComparing(key -> !key.path().equals(path))
                    .thenComparing(FileKey::path))
            .orElse(null);
    if (holder == null) {
      return;
    }
    holders.put(path, holder);
    for (FileRecord file : known) {
      FileKey key = FileKey.of(file);
      if (living.containsKey(key) && !coming.contains(key) && hasId(file) != holder.equals(key)) {
        others.add(file);
      }
    }
  }

  private static boolean hasId(@Nullable FileRecord file) {
    return file != null && !file.version().endsWith(Plan.ID_WITH_ROOT);
  }

  /** Whether another file has the id of a file's path. */
  boolean isTaken(FileKey key) {
    return !holders.getOrDefault(nfc(key.path()), key).equals(key);
  }

  /** Files that nobody has changed, and whose id is another now. */
  List<FileRecord> others() {
    return others;
  }

  private static String nfc(String path) {
    return Normalizer.normalize(path, Normalizer.Form.NFC);
  }
}
