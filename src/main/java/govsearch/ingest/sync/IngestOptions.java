package govsearch.ingest.sync;

import govsearch.ingest.extract.RejectedFileException;
import govsearch.library.FileRecord;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How a run goes about its work.
 *
 * @param kind as {@link govsearch.library.RunRecord} has it
 * @param uploads folder of files that came over HTTP; null where there are none
 * @param corrections what people say of files
 * @param allowEmpty whether a folder without files takes its reports with it
 * @param compareBytes whether files are read though their times and size are those known
 * @param settleMillis how long nobody must have written to a file; 0 for any file
 * @param commitEvery how much work may be lost when a run is cut short; null for all of it: the
 *     collection then changes at once, in the end
 * @param recordIdle whether a run that changed nothing is written of
 * @param forgotten folders that the collection is to have nothing from any more, as the ledger has
 *     them
 * @param ocr whether scans are read by tesseract; those skipped before are tried again
 * @param scope how much of the folders is looked at
 */
public record IngestOptions(
    String kind,
    @Nullable Path uploads,
    Corrections corrections,
    boolean allowEmpty,
    boolean compareBytes,
    long settleMillis,
    @Nullable Duration commitEvery,
    boolean recordIdle,
    Set<String> forgotten,
    boolean ocr,
    Scope scope) {

  public IngestOptions {
    forgotten = Set.copyOf(forgotten);
  }

  private static final Duration COMMIT_EVERY = Duration.ofSeconds(20);

  /** Everything anew, seen when all is done. */
  public static IngestOptions rebuild(@Nullable Path uploads) {
    return new IngestOptions(
        "index",
        uploads,
        Corrections.NONE,
        true,
        false,
        0,
        null,
        true,
        Set.of(),
        false,
        Scope.WHOLE);
  }

  /** What has changed. */
  public static IngestOptions sync(
      @Nullable Path uploads, boolean allowEmpty, boolean compareBytes) {
    return new IngestOptions(
        "sync",
        uploads,
        Corrections.NONE,
        allowEmpty,
        compareBytes,
        0,
        COMMIT_EVERY,
        true,
        Set.of(),
        false,
        Scope.WHOLE);
  }

  /** What has changed, while a service runs: files that are being written are left for later. */
  public static IngestOptions watch(@Nullable Path uploads, Duration settle) {
    return new IngestOptions(
        "watch",
        uploads,
        Corrections.NONE,
        false,
        false,
        settle.toMillis(),
        COMMIT_EVERY,
        false,
        Set.of(),
        false,
        Scope.WHOLE);
  }

  /** What has changed among the uploads; folders are not looked at. */
  static IngestOptions uploads(String kind, Path uploads, Corrections corrections, boolean ocr) {
    return new IngestOptions(
        kind, uploads, corrections, true, false, 0, COMMIT_EVERY, true, Set.of(), ocr, Scope.WHOLE);
  }

  /** The same, with other intervals between commits. */
  public IngestOptions committingEvery(Duration interval) {
    return new IngestOptions(
        kind,
        uploads,
        corrections,
        allowEmpty,
        compareBytes,
        settleMillis,
        interval,
        recordIdle,
        forgotten,
        ocr,
        scope);
  }

  /** The same, with what people say of files. */
  public IngestOptions correctedBy(Corrections said) {
    return new IngestOptions(
        kind,
        uploads,
        said,
        allowEmpty,
        compareBytes,
        settleMillis,
        commitEvery,
        recordIdle,
        forgotten,
        ocr,
        scope);
  }

  /** The same, dropping what came from folders, whether or not they are there. */
  public IngestOptions forgetting(Collection<Path> folders) {
    Set<String> keys = folders.stream().map(Root::keyOf).collect(Collectors.toSet());
    return new IngestOptions(
        kind,
        uploads,
        corrections,
        allowEmpty,
        compareBytes,
        settleMillis,
        commitEvery,
        recordIdle,
        keys,
        ocr,
        scope);
  }

  /** The same, reading scans or not. */
  public IngestOptions readingScans(boolean scans) {
    return new IngestOptions(
        kind,
        uploads,
        corrections,
        allowEmpty,
        compareBytes,
        settleMillis,
        commitEvery,
        recordIdle,
        forgotten,
        scans,
        scope);
  }

  /** The same, looking at no more than this. */
  IngestOptions within(Scope parts) {
    return new IngestOptions(
        kind,
        uploads,
        corrections,
        allowEmpty,
        compareBytes,
        settleMillis,
        commitEvery,
        recordIdle,
        forgotten,
        ocr,
        parts);
  }

  /** What the ledger calls a folder. */
  public static String ledgerName(Path folder) {
    return Root.keyOf(folder);
  }

  /** Whether a file that nobody has changed is to be read again. */
  boolean triesAgain(FileRecord known) {
    return known.skipped().stream().map(FileRecord.Skipped::reason).anyMatch(this::mayPass);
  }

  private boolean mayPass(String reason) {
    return reason.endsWith(RejectedFileException.LATER)
        || (ocr && reason.startsWith(RejectedFileException.SCAN));
  }

  /** Of all that decides, beside a file's bytes and who else has its path, what becomes of it. */
  String version(Root root, String path) {
    return FileVersion.of(root.key(), path, corrections);
  }
}
