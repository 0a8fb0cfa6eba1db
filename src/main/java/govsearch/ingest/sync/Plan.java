package govsearch.ingest.sync;

import govsearch.ingest.sync.FileFinder.Found;
import govsearch.ingest.sync.FileFinder.Listing;
import govsearch.ingest.sync.FileFinder.Unread;
import govsearch.ingest.sync.IngestOptions.Incoming;
import govsearch.ingest.sync.IngestSummary.Remark;
import govsearch.library.FileRecord;
import govsearch.library.SourceStore;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a run has to do: which files to look at, and which of those known are there no more.
 *
 * @param tasks in the order of their folders and paths
 * @param unchanged files that need not be looked at
 * @param skippedBefore of those, how many had something that was not taken
 * @param unsettled files that somebody may be writing; they stay as they are for now
 * @param withoutSource files to look at because what was kept of them is there no more
 * @param warnings of folders, for the summary
 */
record Plan(
    List<Task> tasks,
    List<FileRecord> gone,
    int unchanged,
    int skippedBefore,
    int unsettled,
    int withoutSource,
    List<Remark> warnings) {

  /**
   * A file to look at.
   *
   * @param known what became of it before; null if it is new
   * @param version as its record will have it
   * @param again whether it is to be read even if its bytes are those that are known
   * @param idWithRoot whether another file has the id of its path: one of another root, or one
   *     whose path differs in its Unicode form only
   */
  record Task(
      Root root,
      Found found,
      @Nullable FileRecord known,
      String version,
      boolean idWithRoot,
      boolean again) {}

  /** Ends the version of a file whose id is not that of its path alone. */
  static final String ID_WITH_ROOT = "|root";

  /** Compares folders with what is known of them. */
  static final class Maker {
    private final Catalog catalog;
    private final IngestOptions options;
    private final SourceStore sources;
    private final List<Root> roots;
    private final Map<Root, Listing> listings = new HashMap<>();
    private final Set<FileKey> there = new HashSet<>();
    private final List<FileRecord> gone = new ArrayList<>();
    private final List<Remark> warnings = new ArrayList<>();

    Maker(Catalog catalog, List<Root> roots, IngestOptions options, SourceStore sources) {
      this.sources = sources;
      this.catalog = catalog;
      this.options = options;
      this.roots = roots.stream().sorted(Comparator.comparingInt(Root::order)).toList();
    }

    Plan make() {
      for (Root root : roots) {
        Listing listing = FileFinder.find(root.folder(), root.shown());
        Incoming incoming = options.incoming();
        if (incoming != null && root.key().equals(FileRecord.UPLOADS)) {
          listing = listing.with(incoming.file(), incoming.path(), root.shown());
        }
        listings.put(root, listing);
        listing.files().forEach(found -> there.add(root.key(found.path())));
      }
      Map<String, List<FileRecord>> byRoot = new HashMap<>();
      for (FileRecord file : catalog.files()) {
        byRoot.computeIfAbsent(file.root(), key -> new ArrayList<>()).add(file);
      }
      options.forgotten().forEach(key -> gone.addAll(byRoot.getOrDefault(key, List.of())));
      for (Root root : roots) {
        findGone(root, byRoot.getOrDefault(root.key(), List.of()));
      }
      return compare(holders());
    }

    private void findGone(Root root, List<FileRecord> known) {
      Listing listing = listing(root);
      List<FileRecord> missing =
          known.stream().filter(file -> !there.contains(FileKey.of(file))).toList();
      long reports = missing.stream().filter(file -> !file.reports().isEmpty()).count();
      String kept = reports == 0 ? "" : "；原来从中收录的 " + reports + " 个文件保持不变";
      for (Unread part : listing.unread()) { // stands in the ledger as a file that is skipped
        String reason = part.reason() + kept;
        there.add(root.key(part.path()));
        listing.files().add(new Found(part.folder(), part.path(), part.shown(), null, reason));
      }
      if (listing.files().isEmpty()
          && reports > 0
          && !options.allowEmpty()
          && !root.key().equals(FileRecord.UPLOADS)) {
        warnings.add(new Remark(root.shown(), "目录是空的" + kept + "。确实要全部移除时加 --allow-empty"));
        return;
      }
      for (FileRecord file : missing) {
        if (listing.unread().stream().noneMatch(part -> holds(part.path(), file.path()))) {
          gone.add(file);
        }
      }
    }

    private static boolean holds(String folder, String path) {
      return folder.isEmpty() || path.equals(folder) || path.startsWith(folder + "/");
    }

    /**
     * For paths that several files have, in several roots or in several Unicode forms: which of the
     * files has the id of the path. The one that has it keeps it, so that a folder that is added
     * later breaks no link.
     */
    private Map<String, FileKey> holders() {
      Set<FileKey> living = new HashSet<>(there);
      catalog.files().forEach(file -> living.add(FileKey.of(file)));
      gone.forEach(file -> living.remove(FileKey.of(file)));
      Map<String, List<FileKey>> byPath = new HashMap<>();
      living.forEach(
          key -> byPath.computeIfAbsent(nfc(key.path()), p -> new ArrayList<>(1)).add(key));
      Map<String, Integer> orders = new HashMap<>();
      catalog.files().forEach(file -> orders.put(file.root(), file.order()));
      roots.forEach(root -> orders.put(root.key(), root.order()));
      Map<String, FileKey> holders = new HashMap<>();
      byPath.forEach(
          (path, keys) -> {
            if (keys.size() > 1) {
              keys.sort(
                  Comparator.comparing((FileKey key) -> !hasId(key))
                      .thenComparing(key -> orders.getOrDefault(key.root(), Integer.MAX_VALUE))
                      .thenComparing(key -> !key.path().equals(path))
                      .thenComparing(FileKey::path));
              holders.put(path, keys.getFirst());
            }
          });
      return holders;
    }

    private static String nfc(String path) {
      return Normalizer.normalize(path, Normalizer.Form.NFC);
    }

    private boolean hasId(FileKey key) {
      FileRecord file = catalog.file(key);
      return file != null && !file.version().endsWith(ID_WITH_ROOT);
    }

    private Plan compare(Map<String, FileKey> holders) {
      List<Task> tasks = new ArrayList<>();
      int unchanged = 0;
      int skippedBefore = 0;
      int unsettled = 0;
      int withoutSource = 0;
      long now = System.currentTimeMillis();
      for (Root root : roots) {
        for (Found found : listing(root).files()) {
          FileKey key = root.key(found.path());
          boolean idWithRoot = !holders.getOrDefault(nfc(found.path()), key).equals(key);
          String version =
              options.version()
                  + '|'
                  + options.corrections().version(root.key(), found.path())
                  + (idWithRoot ? ID_WITH_ROOT : "");
          FileRecord known = catalog.file(key);
          boolean again = known != null && hasLostSource(known);
          if (known != null && !again && isUnchanged(known, found, version)) {
            unchanged++;
            skippedBefore += known.skipped().isEmpty() ? 0 : 1;
          } else if (isUnsettled(found, now)) {
            unsettled++;
          } else {
            withoutSource += again ? 1 : 0;
            tasks.add(new Task(root, found, known, version, idWithRoot, again));
          }
        }
      }
      return new Plan(tasks, gone, unchanged, skippedBefore, unsettled, withoutSource, warnings);
    }

    private boolean hasLostSource(FileRecord known) {
      return known.reports().stream().anyMatch(given -> !sources.contains(given.source().sha256()));
    }

    private boolean isUnchanged(FileRecord known, Found found, String version) {
      return !options.compareBytes()
          && !options.triesAgain(known)
          && found.stamp() != null
          && !known.stamp().isEmpty()
          && known.stamp().equals(found.stamp().text())
          && known.version().equals(version);
    }

    private boolean isUnsettled(Found found, long now) {
      return options.settleMillis() > 0
          && found.stamp() != null
          && !found.stamp().hasRested(now, options.settleMillis());
    }

    private Listing listing(Root root) {
      return listings.getOrDefault(root, new Listing(List.of(), List.of()));
    }
  }
}
