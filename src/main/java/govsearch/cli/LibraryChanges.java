package govsearch.cli;

import govsearch.engine.UnusableIndexException;
import govsearch.engine.Vitals;
import govsearch.http.ServerSettings;
import govsearch.ingest.manifest.CorrectionChecksum;
import govsearch.ingest.manifest.CorrectionFile;
import govsearch.ingest.places.Gazetteer;
import govsearch.ingest.sync.Curation;
import govsearch.ingest.sync.IngestOptions;
import govsearch.ingest.sync.IngestSummary;
import govsearch.ingest.sync.LibraryWriter;
import govsearch.ingest.sync.Uploads;
import govsearch.ingest.sync.Watch;
import govsearch.library.IntakeRefusedException;
import govsearch.library.LibrarySink;
import govsearch.library.SourceStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What changes a collection while it is served: watched folders, and uploads. */
final class LibraryChanges implements Vitals, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(LibraryChanges.class);

  private final Path index;
  private final List<Path> watched;
  private final @Nullable Gazetteer gazetteer;
  private final boolean ocr;
  private final @Nullable String token;
  private final LibraryWriter writer;
  private final Uploads uploads;
  private volatile @Nullable Watch watch;

  /**
   * What may change a collection.
   *
   * @param watched folders; none to watch none
   * @param gazetteer completes regions; null for none
   * @param ocr whether scans are read
   * @param token of those who may upload; null for nobody
   */
  LibraryChanges(
      Store store,
      Store.Opened opened,
      List<Path> watched,
      @Nullable Gazetteer gazetteer,
      boolean ocr,
      @Nullable String token) {
    this.index = store.folder();
    this.watched = watched;
    this.gazetteer = gazetteer;
    this.ocr = ocr;
    this.token = token;
    SourceStore sources = new SourceStore(index);
    this.writer =
        watched.isEmpty()
            ? new LibraryWriter(new Served(store), sources, () -> refresh(store, opened))
            : LibraryWriter.keepingOpen(new Served(store), sources, () -> refresh(store, opened));
    this.uploads =
        new Uploads(index, writer, this::curation, ocr, opened.engine(), opened.library());
  }

  /** The index that is served: one that was removed meanwhile is not begun anew in its place. */
  private record Served(Store store) implements LibraryWriter.Index {

    @Override
    public LibrarySink open() {
      check();
      return store.update();
    }

    @Override
    public void check() {
      if (!store.isThere()) {
        throw new UnusableIndexException("索引目录不见了，不能更新；检索的还是已经读入的内容。请恢复或重建索引，再重新启动服务");
      }
    }
  }

  private static void refresh(Store store, Store.Opened opened) {
    if (store.isThere()) {
      opened.engine().refresh();
    }
  }

  ServerSettings.@Nullable Admin admin() {
    return token == null ? null : new ServerSettings.Admin(token, uploads);
  }

  /** Begins to watch, and catches up with what was missed. */
  void begin() {
    if (!watched.isEmpty()) {
      try {
        watch = new Watch(writer, watched, this::options, Watch.Pace.USUAL, LibraryChanges::log);
      } catch (IOException e) {
        throw new UncheckedIOException("无法监视目录：" + e.getMessage(), e);
      }
    } else if (token != null) {
      try {
        uploads.resume();
      } catch (IntakeRefusedException e) {
        LOG.warn("{}", e.getMessage());
      } catch (RuntimeException | Error e) { // uploads of old must not keep what is there unserved
        LOG.error("以前的上传没有全部处理，下次启动时再试", e);
      }
    }
  }

  @Override
  public List<String> ailments() {
    Watch watching = watch;
    return watching == null ? List.of() : watching.ailments();
  }

  private IngestOptions options() {
    acceptCorrections();
    return IngestOptions.watch(Uploads.in(index), Watch.Pace.USUAL.quiet())
        .correctedBy(curation(List.of(), CorrectionFile.of(index)))
        .readingScans(ocr);
  }

  private void acceptCorrections() {
    try {
      if (CorrectionChecksum.accept(index)) {
        LOG.warn("{} {}", CorrectionFile.FILE, Indexing.CHANGED_CORRECTIONS);
      }
    } catch (IOException e) {
      LOG.warn("更正的校验和存不进索引目录", e);
    }
  }

  /** Anew for each run: manifests are edited. */
  private Curation curation(Collection<Path> folders, CorrectionFile corrections) {
    Set<Path> all = new LinkedHashSet<>(watched);
    all.addAll(folders);
    return Curation.of(all, gazetteer, corrections);
  }

  private static void log(IngestSummary summary) {
    IngestSummary.Changes changes = summary.changes();
    LOG.info(
        "新增 {}，更新 {}，移除 {}，未变 {}；现有报告 {} 份",
        changes.added(),
        changes.replaced(),
        changes.removed(),
        changes.unchanged(),
        summary.reports());
    summary.noted().forEach(noted -> LOG.info("注意 {}", Shown.named(noted.file(), noted.reason())));
    summary
        .skipped()
        .forEach(skipped -> LOG.info("跳过 {}", Shown.named(skipped.file(), skipped.reason())));
  }

  @Override
  public void close() {
    Watch watching = watch;
    if (watching != null) {
      watching.close();
    }
    writer.close();
  }
}
