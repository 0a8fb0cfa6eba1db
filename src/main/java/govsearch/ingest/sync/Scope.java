package govsearch.ingest.sync;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How much of its folders a run looks at.
 *
 * @param parts paths below a root, each a file or a folder of which all is meant, by what the
 *     ledger calls the root; of a root that is not named nothing is looked at; null for everything
 * @param incoming an upload that is not kept yet; null for none
 */
public record Scope(@Nullable Map<String, Set<String>> parts, @Nullable Incoming incoming) {

  /** Everything. */
  static final Scope WHOLE = new Scope(null, null);

  private static final List<String> ROOT = List.of("");

  /**
   * An upload that is to be looked at as if it stood among the uploads already.
   *
   * @param file where its bytes are
   * @param path that it is to have, with {@code /}
   */
  public record Incoming(Path file, String path) {}

  /** Parts of one root. */
  static Scope of(String root, Collection<String> paths) {
    return new Scope(Map.of(root, Set.copyOf(paths)), null);
  }

  /** The same with an upload. */
  Scope taking(Incoming file) {
    return new Scope(parts, file);
  }

  boolean isWhole() {
    return parts == null;
  }

  /** The parts of a root, of which none is within another; an empty path is the whole root. */
  List<String> of(String root) {
    if (parts == null) {
      return ROOT;
    }
    List<String> outermost = new ArrayList<>();
    for (String path : new TreeSet<>(parts.getOrDefault(root, Set.of()))) {
      if (outermost.stream().noneMatch(other -> FileFinder.isBelow(path, other))) {
        outermost.add(path);
      }
    }
    return outermost;
  }
}
