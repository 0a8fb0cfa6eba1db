package govsearch.evaluate;

import govsearch.cli.Commands;
import govsearch.cli.UserMistakeException;
import govsearch.model.OnnxEmbedder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code evaluate}: judges the ranking by the golden questions, beside plain Lucene's. */
@Command(
    name = "evaluate",
    description = "用带评分的问题集评测排序，与普通 SmartCN BM25、双字 BM25 并列",
    mixinStandardHelpOptions = true)
final class EvaluateCommand implements Callable<Integer> {

  private final Commands.Places places;

  @Option(
      names = "--questions",
      paramLabel = "文件",
      description = "问题集（默认：src/test/resources/golden/questions.jsonl）")
  private Path questions = Path.of("src/test/resources/golden/questions.jsonl");

  @Option(
      names = "--collection",
      paramLabel = "名称=目录",
      description = "问题集所指的报告目录，可以给多次；samples 总是有，similar、fresh 用到时也有")
  private Map<String, Path> collections = new LinkedHashMap<>();

  @Option(names = "--each", description = "逐题列出 nDCG@10")
  private boolean each;

  @Option(names = "--ungraded", description = "列出各种排序的前十段中没有评过分的，供补评；不注明是哪种排序列出的")
  private boolean ungraded;

  @Option(names = "--tuning", description = "只问、只列调参用的一半（单号题），另一半不看")
  private boolean tuning;

  @Option(names = "--once", description = "说法相同的段落（数字、地名不论）只算一段，各种排序都合并后取前十段")
  private boolean once;

  @Option(names = "--model", paramLabel = "目录", description = "另与这个语义模型并列：单用它，和本程序加上它")
  private @Nullable Path model;

  EvaluateCommand(Commands.Places places) {
    this.places = places;
  }

  @Override
  public Integer call() throws IOException {
    Path file = questions.isAbsolute() ? questions : places.home().resolve(questions);
    if (!Files.isRegularFile(file)) {
      throw new UserMistakeException("找不到问题集：" + file);
    }
    List<GoldenQuestion> all =
        GoldenQuestion.read(file).stream().filter(q -> !tuning || q.isForTuning()).toList();
    Map<String, Path> here = new GoldenCollections(places).of(all, collections);
    RankingTrial.Terms terms =
        new RankingTrial.Terms(
            places.searchTimeLimit(), once, model == null ? null : OnnxEmbedder.open(model));
    RankingTrial.Outcome outcome = RankingTrial.run(all, here, terms);
    System.out.printf(
        Locale.ROOT,
        "报告 %d 份（%s），问题 %d 个，其中 %d 个在这些报告里有答案%n",
        outcome.indexed().reports(),
        String.join("、", here.keySet()),
        all.size(),
        outcome.questions().size());
    TrialPrinter printer = new TrialPrinter(System.out, outcome);
    if (each) {
      printer.printEach();
    }
    if (ungraded) {
      printer.printUngraded(here.keySet());
    }
    printer.print();
    return Commands.OK;
  }
}
