package govsearch.engine.opensearch.write;

import govsearch.library.FileRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is recorded of files and stands in no index yet, by the ids of their documents: it is
 * written behind the commit that shows their reports. Safe for use by many threads.
 */
final class PendingFiles {
  private final Map<String, Optional<FileRecord>> files = new LinkedHashMap<>();
  private final Map<String, Set<String>> byKey = new HashMap<>();

  /**
   * Records a file.
   *
   * @param file null for one that is forgotten
   */
  synchronized void put(String id, @Nullable FileRecord file) {
    Optional<FileRecord> before = files.put(id, Optional.ofNullable(file));
    if (before != null && before.isPresent()) {
      for (String key : LedgerDocuments.keys(before.get())) {
        byKey.getOrDefault(key, Set.of()).remove(id);
      }
    }
    if (file != null) {
      for (String key : LedgerDocuments.keys(file)) {
        byKey.computeIfAbsent(key, each -> new LinkedHashSet<>()).add(id);
      }
    }
  }

  synchronized boolean isEmpty() {
    return files.isEmpty();
  }

  /** Whether a file is recorded, or forgotten. */
  synchronized boolean has(String id) {
    return files.containsKey(id);
  }

  /** What is recorded of a file; empty where it is forgotten. */
  synchronized Optional<FileRecord> file(String id) {
    return files.getOrDefault(id, Optional.empty());
  }

  /** Whether what an index has of a file holds no more. */
  synchronized boolean overrules(FileRecord file) {
    return files.containsKey(LedgerDocuments.id(file.root(), file.path()));
  }

  /** The files that are looked up by a key. */
  synchronized List<FileRecord> having(String key) {
    List<FileRecord> having = new ArrayList<>();
    for (String id : byKey.getOrDefault(key, Set.of())) {
      files.getOrDefault(id, Optional.empty()).ifPresent(having::add);
    }
    return having;
  }

  /** The writes of all of them, which are taken out. */
  synchronized List<byte[]> take(String ledger) {
    List<byte[]> operations = new ArrayList<>(files.size());
    files.forEach(
        (id, file) ->
            operations.add(
                file.isPresent()
                    ? Operations.index(ledger, id, LedgerDocuments.of(file.get()))
                    : Operations.delete(ledger, id)));
    files.clear();
    byKey.clear();
    return operations;
  }
}
