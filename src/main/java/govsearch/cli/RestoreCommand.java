package govsearch.cli;

import govsearch.engine.UnusableIndexException;
import govsearch.engine.lucene.LuceneEngine;
import govsearch.engine.lucene.LuceneSink;
import govsearch.engine.lucene.RestoredIndex;
import govsearch.engine.lucene.similar.Vectors;
import govsearch.ingest.manifest.CorrectionChecksum;
import govsearch.ingest.manifest.CorrectionFile;
import govsearch.library.Checksums;
import govsearch.library.FileRecord;
import govsearch.library.SourceStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code restore}: puts a backup in the place of an index. It comes as a commit like any other, so
 * that a service that reads the index goes over to it by itself.
 */
@Command(
    name = "restore",
    description = "从备份恢复索引；不带 --watch 的服务可以照常进行，随即改为检索恢复的内容",
    customSynopsis = "govsearch restore [--replace] [--index=目录] 备份目录",
    footer = {"", "先逐字节核对备份，有损坏就不动现有的索引。中断后再运行一次即可。"},
    mixinStandardHelpOptions = true)
final class RestoreCommand implements Callable<Integer> {

  private final Commands.Places places;

  @Parameters(paramLabel = "备份目录", description = "backup 写的目录")
  private @Nullable Path backup;

  @Option(names = "--index", paramLabel = "目录", description = "恢复到哪里（默认：程序目录下的 index）")
  private @Nullable Path index;

  @Mixin private EngineOption engine = new EngineOption();

  @Option(names = "--replace", description = "已有索引时用备份替换它，备份以后的变化不再保留")
  private boolean replace;

  RestoreCommand(Commands.Places places) {
    this.places = places;
  }

  @Override
  public Integer call() throws IOException {
    Path where = engine.folder(index, places, "那里用 OpenSearch 的快照恢复");
    if (backup == null || !Checksums.isIn(backup)) {
      throw new UserMistakeException("不是 backup 写的目录（没有 " + Checksums.FILE + "）：" + backup);
    }
    if (!replace && LuceneEngine.isIndex(where)) {
      throw new UserMistakeException("目录 " + where + " 里已有索引；要用备份替换它请加 --replace");
    }
    List<String> findings = Checksums.findings(backup);
    if (!findings.isEmpty()) {
      findings.forEach(finding -> System.out.println("损坏  " + Shown.text(finding)));
      System.out.println("没有恢复：备份有 " + findings.size() + " 处损坏；现有的索引未改动");
      return Commands.PARTLY;
    }
    checkFormat(backup);
    long reports = restore(backup, where);
    System.out.printf(Locale.ROOT, "已从 %s 恢复：报告 %,d 份%n", Shown.text(backup.toString()), reports);
    return Commands.OK;
  }

  private void checkFormat(Path from) {
    try (LuceneEngine engine = LuceneEngine.open(from, places.searchTimeLimit())) {
      var unused = engine.size();
    } catch (UnusableIndexException e) {
      throw new UserMistakeException(
          "备份 " + from + " 是另一个版本的程序写的，本程序读不了：请用那个版本恢复，或用 index 从报告目录重建", e);
    }
  }

  private static long restore(Path from, Path to) throws IOException {
    SourceStore sources = new SourceStore(to);
    try (LuceneSink sink = RestoredIndex.open(to, from)) {
      sources.keepAll(new SourceStore(from));
      sources.sync();
      sink.commit();
      sources.retain(sink.ledger()::isNeeded);
      putBeside(from, to);
      return sink.ledger().size().reports();
    }
  }

  /** What people have uploaded and corrected, as it was; what a model has learnt is added alone. */
  private static void putBeside(Path from, Path to) throws IOException {
    Path uploads = from.resolve(FileRecord.UPLOADS);
    for (Path file : files(uploads)) {
      put(file, to.resolve(FileRecord.UPLOADS).resolve(uploads.relativize(file).toString()));
    }
    for (Path file : files(to.resolve(FileRecord.UPLOADS))) {
      Path kept = uploads.resolve(to.resolve(FileRecord.UPLOADS).relativize(file).toString());
      if (!Files.exists(kept)) {
        Files.delete(file);
      }
    }
    for (String file : List.of(CorrectionFile.FILE, CorrectionChecksum.FILE)) {
      if (Files.exists(from.resolve(file))) {
        put(from.resolve(file), to.resolve(file));
      } else {
        Files.deleteIfExists(to.resolve(file));
      }
    }
    for (String file : Vectors.FILES) {
      if (Files.exists(from.resolve(file)) && !Files.exists(to.resolve(file))) {
        put(from.resolve(file), to.resolve(file));
      }
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }

  /** Whole or not at all. */
  private static void put(Path from, Path to) throws IOException {
    Files.createDirectories(to.getParent());
    Path draft = to.resolveSibling(".restore-" + to.getFileName() + ".tmp");
    Files.copy(
        from, draft, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
    Files.move(draft, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
