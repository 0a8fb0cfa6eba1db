package govsearch.cli;

import govsearch.engine.lucene.LuceneEngine;
import govsearch.engine.lucene.LuceneSink;
import govsearch.ingest.manifest.CorrectionChecksum;
import govsearch.ingest.manifest.CorrectionFile;
import govsearch.ingest.sync.Uploads;
import govsearch.library.Checksums;
import govsearch.library.SourceStore;
import govsearch.library.Verification;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code verify}: proves that an index is what was written. */
@Command(
    name = "verify",
    description = "逐字节检查索引、保存的原文和上传的文件，核对文件记录与报告；备份另核对每个文件的校验和；只看不改",
    customSynopsis = "govsearch verify [--index=目录]",
    footer = {"", "退出码：0 完好；1 有损坏、缺失或改动，逐条说明怎样补救；2 用法有误"},
    mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {

  private final Commands.Places places;

  @Mixin private CollectionOption collection = new CollectionOption();

  VerifyCommand(Commands.Places places) {
    this.places = places;
  }

  @Override
  public Integer call() throws IOException {
    Path where = collection.folder(places, "那里的副本由集群自己核对");
    List<String> findings = new ArrayList<>(Checksums.findings(where)); // of a backup
    findings.addAll(LuceneEngine.damages(where));
    if (findings.isEmpty()) { // what cannot be read cannot be compared
      findings.addAll(compare(where, System.out));
    }
    findings.forEach(finding -> System.out.println("损坏  " + finding));
    if (!CorrectionChecksum.of(where).isAsMarked()) {
      String changed =
          CorrectionFile.FILE
              + " 与写下时不同（见 "
              + CorrectionChecksum.FILE
              + "）。自己改过：运行 sync 或 index 使之生效，以后不再提示；没有人改过：已损坏，请从备份恢复";
      findings.add(changed);
      System.out.println("改动  " + changed);
    }
    System.out.println(findings.isEmpty() ? "索引完好" : "发现 " + findings.size() + " 处问题");
    return findings.isEmpty() ? Commands.OK : Commands.PARTLY;
  }

  private List<String> compare(Path where, PrintStream out) {
    long inIndex;
    try (LuceneEngine engine = LuceneEngine.open(where, places.searchTimeLimit())) {
      inIndex = engine.size().reports();
    }
    try (LuceneSink sink = LuceneSink.update(where)) {
      Verification.Result result =
          new Verification(sink, new SourceStore(where), Uploads.in(where)).run(inIndex);
      out.printf(
          Locale.ROOT,
          "检查了文件 %,d 个、报告 %,d 份、原文 %,d 份%n",
          result.files(),
          result.reports(),
          result.sources());
      return result.findings();
    }
  }
}
