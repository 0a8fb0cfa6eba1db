package govsearch.ingest.sync;

import govsearch.ingest.sync.FileFinder.Listing;
import govsearch.ingest.sync.FileFinder.Unread;
import govsearch.ingest.sync.IngestSummary.Remark;
import govsearch.ingest.sync.Scope.Incoming;
import govsearch.library.FileRecord;
import govsearch.library.Ledger;
import govsearch.library.Ledger.Glance;
import govsearch.library.Ledger.Glances;
import govsearch.library.SourceStore;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Holds what there is below folders against what the ledger knows of them, both in the order of
 * paths: of the ledger one file at a time is looked at, and what is the same is forgotten at once.
 */
final class FolderJoin {

  /**
   * A file that may have to be looked at.
   *
   * @param again whether it is to be read even if its bytes are those that are known
   */
  record Candidate(Root root, Found found, @Nullable FileRecord known, boolean again) {
    FileKey key() {
      return root.key(found.path());
    }
  }

  /**
   * A file that is known, and there no more.
   *
   * @param reports whether it gave any
   */
  record Gone(FileKey key, boolean reports) {}

  private final Ledger ledger;
  private final IngestOptions options;
  private final SourceStore sources;
  private final long now = System.currentTimeMillis();
  private final List<Candidate> candidates = new ArrayList<>();
  private final List<Gone> gone = new ArrayList<>();
  private final List<FileKey> unsettled = new ArrayList<>();
  private final List<Remark> warnings = new ArrayList<>();
  private int unchanged;
  private int skippedBefore;

  FolderJoin(Ledger ledger, IngestOptions options, SourceStore sources) {
    this.ledger = ledger;
    this.options = options;
    this.sources = sources;
  }

  /** In the order of the folders, and of the paths in each. */
  List<Candidate> candidates() {
    return candidates;
  }

  List<Gone> gone() {
    return gone;
  }

  /** Files that somebody may be writing; they stay as they are for now. */
  List<FileKey> unsettled() {
    return unsettled;
  }

  /** Of folders. */
  List<Remark> warnings() {
    return warnings;
  }

  /** How many files need not be looked at. */
  int unchanged() {
    return unchanged;
  }

  /** Of those, how many had something that was not taken. */
  int skippedBefore() {
    return skippedBefore;
  }

  /** All files of a folder that the collection is to have nothing from. */
  void forget(String root) {
    try (Glances known = ledger.glances(root, "")) {
      for (Glance file = known.next(); file != null; file = known.next()) {
        gone.add(new Gone(new FileKey(root, file.path()), file.reports()));
      }
    }
  }

  /** Compares a folder, as far as the run looks at it. */
  void compare(Root root) {
    List<String> parts = options.scope().of(root.key());
    boolean isWhole = parts.contains("");
    if (!isWhole && !parts.isEmpty() && FileFinder.isEmpty(root.folder())) {
      parts = List.of(""); // there is something to be said of the whole then
    }
    parts.forEach(part -> compare(root, part));
  }

  private void compare(Root root, String below) {
    Listing listing = FileFinder.find(root.folder(), root.shown(), below);
    Incoming incoming = options.scope().incoming();
    if (incoming != null && root.key().equals(FileRecord.UPLOADS)) {
      listing = listing.with(incoming.file(), incoming.path());
    }
    List<Candidate> met = new ArrayList<>();
    List<Gone> missing = join(root, below, listing.all(), met);
    long reports = missing.stream().filter(Gone::reports).count();
    String kept = reports == 0 ? "" : "；原来从中收录的 " + reports + " 个文件保持不变";
    for (Candidate candidate : met) {
      candidates.add(listing.unread().isEmpty() ? candidate : saying(candidate, listing, kept));
    }
    boolean isEmpty = below.isEmpty() && listing.files().isEmpty() && listing.unread().isEmpty();
    if (isEmpty && reports > 0 && mustBeMeant(root)) {
      warnings.add(new Remark(root.shown(), "目录是空的" + kept + "。确实要全部移除时加 --allow-empty"));
      return;
    }
    for (Gone file : missing) {
      if (!listing.mayHold(file.key().path())) {
        gone.add(file);
      }
    }
  }

  private boolean mustBeMeant(Root root) {
    return !options.allowEmpty() && !root.key().equals(FileRecord.UPLOADS);
  }

  /** What could not be looked through stands in the ledger as a file that is skipped. */
  private static Candidate saying(Candidate candidate, Listing listing, String kept) {
    Found found = candidate.found();
    for (Unread part : listing.unread()) {
      if (part.path().equals(found.path()) && found.stamp() == null) {
        Found told = found.unread(part.reason() + kept);
        return new Candidate(candidate.root(), told, candidate.known(), candidate.again());
      }
    }
    return candidate;
  }

  /** Gives what is known and was not met. */
  private List<Gone> join(Root root, String below, List<Found> all, List<Candidate> met) {
    List<Gone> missing = new ArrayList<>();
    try (Glances known = ledger.glances(root.key(), below)) {
      Glance file = known.next();
      for (Found found : all) {
        while (file != null && FileRecord.PATHS.compare(file.path(), found.path()) < 0) {
          missing.add(new Gone(root.key(file.path()), file.reports()));
          file = known.next();
        }
        boolean isKnown = file != null && file.path().equals(found.path());
        meet(root, found, isKnown ? file : null, met);
        file = isKnown ? known.next() : file;
      }
      for (; file != null; file = known.next()) {
        missing.add(new Gone(root.key(file.path()), file.reports()));
      }
    }
    return missing;
  }

  private void meet(Root root, Found found, @Nullable Glance known, List<Candidate> met) {
    boolean again = known != null && hasLostSource(known);
    if (known != null && !again && isUnchanged(root, found, known)) {
      unchanged++;
      skippedBefore += known.skipped() ? 1 : 0;
    } else {
      FileRecord record = known == null ? null : ledger.file(root.key(), found.path()).orElse(null);
      add(new Candidate(root, found, record, again), met);
    }
  }

  private void add(Candidate candidate, List<Candidate> met) {
    Stamp stamp = candidate.found().stamp();
    if (options.settleMillis() > 0
        && stamp != null
        && !stamp.hasRested(now, options.settleMillis())) {
      unsettled.add(candidate.key());
    } else {
      met.add(candidate);
    }
  }

  private boolean hasLostSource(Glance known) {
    return known.sources().stream().anyMatch(sha256 -> !sources.contains(sha256));
  }

  /** As far as nobody takes the id of its path from it, or gives it back. */
  private boolean isUnchanged(Root root, Found found, Glance known) {
    if (options.compareBytes() || found.stamp() == null || known.fingerprint().isEmpty()) {
      return false;
    }
    String stamp = found.stamp().text();
    String version = options.version(root, found.path());
    boolean isSame =
        known.fingerprint().equals(FileRecord.fingerprint(stamp, version))
            || (known
                    .fingerprint()
                    .equals(FileRecord.fingerprint(stamp, version + Plan.ID_WITH_ROOT))
                && ledger.isShared(found.path())); // else nobody is left who has the id of its path
    return isSame && !(known.skipped() && isTriedAgain(root, known));
  }

  private boolean isTriedAgain(Root root, Glance known) {
    return ledger.file(root.key(), known.path()).stream().anyMatch(options::triesAgain);
  }

  /** Takes a file back that seemed to be unchanged: its id is another now. */
  void reconsider(Root root, FileRecord known) {
    Listing listing = FileFinder.find(root.folder(), root.shown(), known.path());
    for (Found found : listing.files()) {
      if (found.path().equals(known.path())) {
        add(new Candidate(root, found, known, false), candidates);
        if (options.scope().of(root.key()).contains("")) {
          unchanged--;
          skippedBefore -= known.skipped().isEmpty() ? 0 : 1;
        }
      }
    }
  }
}
