package govsearch.ingest.sync;

import govsearch.library.FileRecord;
import govsearch.report.Ids;
import govsearch.report.Report;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A folder of reports, or a single file.
 *
 * @param folder where it is
 * @param key what the ledger calls it: its real path, or {@link FileRecord#UPLOADS}
 * @param shown as the person named it
 * @param order its place among all folders of the collection
 */
record Root(Path folder, String key, String shown, int order) {

  /**
   * The folders of a run. One that is named twice counts once.
   *
   * @param uploads where files are that came over HTTP; null if there are none
   * @param orders of the folders that the collection has already
   * @throws FolderMistakeException if one stands in another: each file would be there twice
   */
  static List<Root> of(List<Path> folders, @Nullable Path uploads, Map<String, Integer> orders) {
    int next = orders.values().stream().mapToInt(order -> order + 1).max().orElse(0);
    List<Root> roots = new ArrayList<>();
    for (Path folder : folders) {
      String key = keyOf(folder);
      if (roots.stream().noneMatch(root -> root.key.equals(key))) {
        Integer known = orders.get(key);
        roots.add(new Root(folder, key, folder.toString(), known == null ? next++ : known));
      }
    }
    refuseNested(roots, orders);
    if (uploads != null) {
      Integer known = orders.get(FileRecord.UPLOADS);
      roots.add(new Root(uploads, FileRecord.UPLOADS, "上传", known == null ? next : known));
    }
    return roots;
  }

  private static void refuseNested(List<Root> roots, Map<String, Integer> orders) {
    List<String> all = new ArrayList<>(orders.keySet());
    roots.forEach(root -> all.add(root.key));
    for (Root root : roots) {
      for (String other : all) {
        Path own = Path.of(root.key);
        Path its = Path.of(other);
        if (!root.key.equals(other) && (own.startsWith(its) || its.startsWith(own))) {
          boolean inside = own.startsWith(its);
          throw new FolderMistakeException(
              "目录 "
                  + (inside ? root.key : other)
                  + " 在目录 "
                  + (inside ? other : root.key)
                  + " 之内，里面的文件会收录两次；请只用其中一个，或用 index 重建");
        }
      }
    }
  }

  /** What the ledger calls a folder. */
  static String keyOf(Path folder) {
    try {
      return folder.toRealPath().toString();
    } catch (IOException e) { // it is not there now
      return folder.toAbsolutePath().normalize().toString();
    }
  }

  /**
   * The id of a report where another file, in another folder or in another Unicode form, has the id
   * of its path.
   *
   * @param key of the root that the report's file stands below
   */
  static String exactId(String key, Report report) {
    return Ids.exactReportId(key + "/" + report.head().source().path());
  }

  FileKey key(String path) {
    return new FileKey(key, path);
  }
}
