package govsearch.engine;

import govsearch.library.FileRecord;
import govsearch.library.Ledger;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A ledger over a list, of which it shows what is in it when it is asked. */
public final class ListedLedger implements Ledger {

  private final Supplier<List<FileRecord>> files;
  private final Supplier<CollectionSize> size;

  ListedLedger(Supplier<List<FileRecord>> files, Supplier<CollectionSize> size) {
    this.files = files;
    this.size = size;
  }

  @Override
  public List<Folder> folders() {
    return files.get().stream()
        .map(file -> new Folder(file.root(), file.order()))
        .distinct()
        .sorted(Comparator.comparingInt(Folder::order))
        .toList();
  }

  @Override
  public Optional<FileRecord> file(String root, String path) {
    return those(file -> file.root().equals(root) && file.path().equals(path)).stream().findFirst();
  }

  @Override
  public Glances glances(String root, String below) {
    Iterator<FileRecord> all =
        those(file -> file.root().equals(root) && isBelow(file.path(), below)).stream()
            .sorted(
                Comparator.comparing((FileRecord file) -> !file.path().equals(below))
                    .thenComparing(FileRecord::path, FileRecord.PATHS))
            .iterator();
    return new Glances() {
      @Override
      public @Nullable Glance next() {
        return all.hasNext() ? Glance.of(all.next()) : null;
      }

      @Override
      public void close() {}
    };
  }

  private static boolean isBelow(String path, String below) {
    return below.isEmpty() || path.equals(below) || path.startsWith(below + "/");
  }

  @Override
  public List<FileRecord> giving(String content) {
    return those(file -> gives(file, given -> given.content().equals(content)));
  }

  @Override
  public List<FileRecord> naming(String reportId) {
    return those(file -> gives(file, given -> given.id().equals(reportId)));
  }

  @Override
  public List<FileRecord> from(String sha256) {
    return those(file -> gives(file, given -> given.source().sha256().equals(sha256)));
  }

  @Override
  public List<FileRecord> alike(String path) {
    return those(file -> nfc(file.path()).equals(nfc(path)));
  }

  @Override
  public boolean isShared(String path) {
    return alike(path).size() > 1;
  }

  @Override
  public boolean isNeeded(String sha256) {
    return !from(sha256).isEmpty() || !those(file -> file.sha256().equals(sha256)).isEmpty();
  }

  @Override
  public CollectionSize size() {
    return size.get();
  }

  private List<FileRecord> those(Predicate<FileRecord> wanted) {
    return files.get().stream().filter(wanted).toList();
  }

  private static boolean gives(FileRecord file, Predicate<FileRecord.Given> wanted) {
    return file.reports().stream().anyMatch(wanted);
  }

  private static String nfc(String path) {
    return Normalizer.normalize(path, Normalizer.Form.NFC);
  }
}
