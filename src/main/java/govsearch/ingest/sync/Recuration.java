package govsearch.ingest.sync;

import govsearch.ingest.FileReading;
import govsearch.ingest.extract.Extractor;
import govsearch.ingest.extract.RejectedFileException;
import govsearch.ingest.manifest.CorrectionFile;
import govsearch.library.Correctable;
import govsearch.library.FileRecord;
import govsearch.library.FileRecord.Given;
import govsearch.library.IntakeRefusedException;
import govsearch.library.LibrarySink;
import govsearch.library.RunRecord;
import govsearch.library.SourceStore;
import govsearch.report.Report;
import govsearch.report.Source;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes reports anew from what was kept of their files, as people correct them now: what a rebuild
 * would make of them, without a look at any other file. It needs no folder to be there.
 */
final class Recuration {

  private static final String KIND = "correct";
  private static final double NANOS = 1e9;

  private final LibrarySink sink;
  private final SourceStore sources;
  private final Catalog catalog;
  private final boolean ocr;

  /**
   * Of a collection.
   *
   * @param ocr whether scans are read
   */
  Recuration(LibrarySink sink, SourceStore sources, boolean ocr) {
    this.sink = sink;
    this.sources = sources;
    this.catalog = new Catalog(sink, sources);
    this.ocr = ocr;
  }

  /**
   * Corrects a report.
   *
   * @param its sources, from all of which it is read
   * @param said of it
   * @param hand what is said of others
   */
  void run(Set<Source> its, Map<Correctable, String> said, HandCorrections hand, Curator curator) {
    Set<FileRecord> files = new LinkedHashSet<>();
    for (Source source : its) {
      for (FileRecord file : catalog.ledger().from(source.sha256())) {
        if (file.reports().stream().anyMatch(one -> its.contains(one.source()))) {
          files.add(file);
        }
      }
    }
    CorrectionFile before = hand.now();
    CorrectionFile corrected = before;
    Set<Path> folders = new LinkedHashSet<>();
    for (FileRecord file : files) {
      for (Given given : file.reports()) {
        if (its.contains(given.source())) {
          Source source = given.source();
          corrected =
              HandCorrections.with(corrected, file.root(), source.path(), source.sha256(), said);
        }
      }
      if (!file.root().equals(FileRecord.UPLOADS)) {
        folders.add(Path.of(file.root()));
      }
    }
    // only some of their reports are made anew now
    Set<FileRecord> unread =
        FileVersion.oldArchives(files, () -> curator.curation(folders, before));
    Corrections corrections = curator.curation(folders, corrected);
    hand.saying(corrected, () -> take(files, unread, its, corrections));
  }

  private void take(
      Collection<FileRecord> files,
      Set<FileRecord> unread,
      Set<Source> its,
      Corrections corrections) {
    Instant started = Instant.now().truncatedTo(ChronoUnit.MICROS);
    long start = System.nanoTime();
    try (Extractor extractor = new Extractor(Extractor.Settings.usual(ocr))) {
      for (FileRecord file : files) {
        replace(extractor, file, unread.contains(file), its, corrections);
      }
    }
    double seconds = (System.nanoTime() - start) / NANOS;
    catalog.commit(
        new RunRecord(
            KIND, started.toString(), true, seconds, List.of(), 0, files.size(), 0, 0, 0));
    sink.tidy();
  }

  private void replace(
      Extractor extractor,
      FileRecord file,
      boolean isUnread,
      Set<Source> its,
      Corrections corrections) {
    Map<Integer, Report> made = new HashMap<>();
    List<Given> given = new ArrayList<>(file.reports());
    for (int i = 0; i < given.size(); i++) {
      Given was = given.get(i);
      if (its.contains(was.source())) {
        Report report = corrected(extractor, file, was, corrections);
        made.put(i, report);
        given.set(
            i,
            new Given(report.id(), Contents.of(report), report.paragraphs().size(), was.source()));
      }
    }
    FileRecord now =
        new FileRecord(
            file.root(),
            file.order(),
            file.path(),
            file.sha256(),
            file.bytes(),
            file.stamp(),
            FileVersion.of(file, corrections),
            given,
            file.skipped(),
            file.notes());
    FileRecord after = isUnread ? now.toReadAgain(FileVersion.mark(file)) : now;
    FileRecord outcome = catalog.replace(after, reports(given, made));
    if (outcome.reports().size() < given.size()) {
      throw new IntakeRefusedException(
          IntakeRefusedException.Cause.UNREADABLE, outcome.skipped().getLast().reason());
    }
  }

  /** Those that are made anew, and the others where somebody asks for them. */
  private List<Report> reports(List<Given> given, Map<Integer, Report> made) {
    return new AbstractList<>() {
      @Override
      public Report get(int index) {
        Report report = made.get(index);
        return report != null ? report : sink.report(given.get(index).id()).orElseThrow();
      }

      @Override
      public int size() {
        return given.size();
      }
    };
  }

  private Report corrected(
      Extractor extractor, FileRecord file, Given was, Corrections corrections) {
    String path = was.source().path();
    try {
      byte[] bytes = bytes(was.source());
      FileReading.Read read = FileReading.read(extractor, path, Extractor.type(path, bytes), bytes);
      if (read.reports().isEmpty()) {
        throw new RejectedFileException(read.skipped().getFirst().reason());
      }
      Report report = read.reports().getFirst();
      return corrections.correct(file.root(), path, withId(file, report));
    } catch (RejectedFileException e) {
      throw new IntakeRefusedException(
          IntakeRefusedException.Cause.UNREADABLE, path + " 重新读取未成功：" + e.reason());
    }
  }

  private byte[] bytes(Source source) {
    try (InputStream in =
        sources
            .open(source.sha256())
            .orElseThrow(
                () ->
                    new IntakeRefusedException(
                        IntakeRefusedException.Cause.UNREADABLE, "这份报告的原文没有随索引保存，请重建索引"))) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("保存的原文读不出来：" + e.getMessage(), e);
    }
  }

  /** As a run would name it, before anybody corrects it. */
  private static Report withId(FileRecord file, Report report) {
    return FileVersion.mark(file).isEmpty()
        ? report
        : report.withId(Root.exactId(file.root(), report));
  }
}
