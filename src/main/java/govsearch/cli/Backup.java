package govsearch.cli;

import govsearch.engine.lucene.HeldCommit;
import govsearch.engine.lucene.LuceneEngine;
import govsearch.engine.lucene.LuceneSink;
import govsearch.engine.lucene.similar.Vectors;
import govsearch.ingest.manifest.CorrectionChecksum;
import govsearch.ingest.manifest.CorrectionFile;
import govsearch.ingest.sync.Uploads;
import govsearch.library.Checksums;
import govsearch.library.FileRecord;
import govsearch.library.HeldSources;
import govsearch.library.Ledger;
import govsearch.library.SourceStore;
import govsearch.library.Verification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Copies an index while others search it and change it: its last commit, and what stands beside it.
 * A copy is an index itself. It is proved before it is given its name; where a change that came
 * between left it without something, it is made again.
 */
final class Backup {

  private static final int MOST_TRIES = 5;

  private final Path index;
  private final Path target;
  private final Path draft;
  private final Duration searchTimeLimit;

  Backup(Path index, Path target, Duration searchTimeLimit) {
    this.index = index.toAbsolutePath().normalize();
    this.target = target.toAbsolutePath().normalize();
    this.draft = this.target.resolveSibling(this.target.getFileName() + ".draft");
    this.searchTimeLimit = searchTimeLimit;
  }

  /** Makes it. */
  Verification.Result run() throws IOException {
    check();
    try {
      Verification.Result result = attempt();
      for (int i = 1; i < MOST_TRIES && !result.findings().isEmpty(); i++) {
        result = attempt();
      }
      if (result.findings().isEmpty()) {
        Checksums.write(draft);
        Files.deleteIfExists(target); // empty, if it is there
        Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
      }
      return result;
    } finally {
      delete(draft);
    }
  }

  private void check() throws IOException {
    if (target.startsWith(index)) {
      throw new UserMistakeException("备份不能放在索引目录里：" + target);
    }
    if (Files.exists(target)) {
      try (Stream<Path> inside = Files.list(target)) {
        if (inside.findAny().isPresent()) {
          throw new UserMistakeException("目录不是空的：" + target + "。请给一个新的目录，如 备份-2026-01-31");
        }
      }
    }
  }

  private Verification.Result attempt() throws IOException {
    delete(draft);
    Files.createDirectories(draft);
    try (HeldCommit commit = HeldCommit.of(index);
        HeldSources sources = HeldSources.of(index)) { // at once: a later commit may drop some
      commit.copy(draft);
      sources.copy(draft);
    }
    copyCorrections();
    for (String file : Vectors.FILES) {
      copy(index.resolve(file), draft.resolve(file));
    }
    List<String> findings = new ArrayList<>(LuceneEngine.damages(draft));
    if (!findings.isEmpty()) {
      return new Verification.Result(0, 0, 0, findings);
    }
    long inIndex;
    try (LuceneEngine engine = LuceneEngine.open(draft, searchTimeLimit)) {
      inIndex = engine.size().reports();
    }
    try (LuceneSink sink = LuceneSink.update(draft)) {
      copyUploads(sink.ledger());
      return new Verification(sink, new SourceStore(draft), Uploads.in(draft)).run(inIndex);
    }
  }

  /** With the checksum of the very ones, unless a person has changed them since. */
  private void copyCorrections() throws IOException {
    for (int i = 0; i < MOST_TRIES; i++) {
      for (String file : List.of(CorrectionChecksum.FILE, CorrectionFile.FILE)) {
        copy(index.resolve(file), draft.resolve(file));
      }
      if (CorrectionChecksum.of(draft).isAsMarked()) {
        return;
      }
    }
  }

  /** Those that the commit knows of. */
  private void copyUploads(Ledger ledger) throws IOException {
    try (Ledger.Glances all = ledger.glances(FileRecord.UPLOADS, "")) {
      for (Ledger.Glance one = all.next(); one != null; one = all.next()) {
        Path path = Path.of(FileRecord.UPLOADS, one.path());
        copy(index.resolve(path), draft.resolve(path));
      }
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try {
      if (Files.isRegularFile(from)) {
        Files.createDirectories(to.getParent());
        Files.copy(
            from, to, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
      }
    } catch (NoSuchFileException e) {
      // gone meanwhile; whether it is missed is found when all is proved
    }
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      List<Path> all;
      try (Stream<Path> walk = Files.walk(folder)) {
        all = walk.toList();
      }
      for (Path path : all.reversed()) {
        Files.delete(path);
      }
    }
  }
}
