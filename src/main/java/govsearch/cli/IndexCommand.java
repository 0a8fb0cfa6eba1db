package govsearch.cli;

import govsearch.ingest.sync.IngestSummary;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code index}: rebuilds the index from folders. */
@Command(
    name = "index",
    description = "从报告目录重建索引；完成之前旧索引照常可用",
    customSynopsis =
        "govsearch index [--index=目录] [--divisions=目录|none] [--ocr] [--thesaurus=文件] 目录…",
    footer = {"", "退出码：0 全部收录；1 有文件被跳过；2 用法有误"},
    mixinStandardHelpOptions = true)
final class IndexCommand implements Callable<Integer> {

  private final Commands.Places places;

  @Parameters(arity = "1..*", paramLabel = "目录", description = "放报告的目录，可以给多个")
  private List<Path> folders = List.of();

  @Option(names = "--index", paramLabel = "目录", description = "索引放在哪里（默认：程序目录下的 index）")
  private @Nullable Path index;

  @Mixin private EngineOption engine = new EngineOption();
  @Mixin private DivisionsOption divisions = new DivisionsOption();

  @Mixin private OcrOption ocr = new OcrOption();

  @Mixin private ThesaurusOption thesaurus = new ThesaurusOption();

  IndexCommand(Commands.Places places) {
    this.places = places;
  }

  @Override
  public Integer call() {
    IngestSummary summary =
        Indexing.rebuild(
            engine.store(index, places),
            folders,
            divisions.load(),
            ocr.check(),
            thesaurus.settings(),
            System.out);
    Indexing.print(summary, System.out);
    return summary.skipped().isEmpty() ? Commands.OK : Commands.PARTLY;
  }
}
