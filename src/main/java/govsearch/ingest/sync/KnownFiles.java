package govsearch.ingest.sync;

import govsearch.library.FileRecord;
import govsearch.library.FileRecord.Given;
import govsearch.library.Ledger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What is known of files now: what the ledger has, and over it what became of files since it was
 * brought up to date, which alone is held. Safe for use by many threads; changes of one file come
 * one after the other.
 */
final class KnownFiles {

  private final Ledger ledger;

  /** Files since then; empty where one was forgotten. */
  private final Map<FileKey, Optional<FileRecord>> changed = new ConcurrentHashMap<>();

  /** Of those, which give or have given a content. */
  private final Map<String, Set<FileKey>> changedByContent = new ConcurrentHashMap<>();

  KnownFiles(Ledger ledger) {
    this.ledger = ledger;
  }

  Ledger ledger() {
    return ledger;
  }

  @Nullable FileRecord file(FileKey key) {
    Optional<FileRecord> now = changed.get(key);
    return now == null ? committed(key) : now.orElse(null);
  }

  private @Nullable FileRecord committed(FileKey key) {
    return ledger.file(key.root(), key.path()).orElse(null);
  }

  /** Takes what became of a file, and gives what was known of it. */
  @Nullable FileRecord put(FileRecord file) {
    FileKey key = FileKey.of(file);
    FileRecord before = file(key);
    set(key, Optional.of(file));
    return before;
  }

  void remove(FileKey key) {
    set(key, Optional.empty());
  }

  /** Changes what is known of a file, if anything is. */
  void update(FileKey key, UnaryOperator<FileRecord> change) {
    changed.compute(
        key,
        (k, now) -> {
          FileRecord known = now == null ? committed(key) : now.orElse(null);
          return known == null ? now : Optional.of(indexed(key, change.apply(known)));
        });
  }

  private void set(FileKey key, Optional<FileRecord> file) {
    file.ifPresent(record -> indexed(key, record)); // first: who finds too many looks closer
    changed.put(key, file);
  }

  private FileRecord indexed(FileKey key, FileRecord file) {
    for (Given given : file.reports()) {
      changedByContent
          .computeIfAbsent(given.content(), c -> ConcurrentHashMap.newKeySet())
          .add(key);
    }
    return file;
  }

  /** The files that give a report of a content. */
  List<FileRecord> giving(String content) {
    List<FileRecord> files = new ArrayList<>();
    for (FileRecord file : ledger.giving(content)) {
      if (!changed.containsKey(FileKey.of(file))) {
        files.add(file);
      }
    }
    for (FileKey key : changedByContent.getOrDefault(content, Set.of())) {
      changed
          .getOrDefault(key, Optional.empty())
          .filter(file -> gives(file, content))
          .ifPresent(files::add);
    }
    return files;
  }

  private static boolean gives(FileRecord file, String content) {
    return file.reports().stream().anyMatch(given -> given.content().equals(content));
  }

  /** Of how many files something is held. */
  int held() {
    return changed.size();
  }

  /** The ledger has it all now. For who alone uses this. */
  void committed() {
    changed.clear();
    changedByContent.clear();
  }
}
