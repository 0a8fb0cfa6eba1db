package govsearch.evaluate;

import govsearch.cli.Commands;
import govsearch.cli.UserMistakeException;
import govsearch.engine.lucene.LuceneEngine;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code bench crowd}: how long others wait while many ask what costs most, and whether anybody is
 * answered with a fault of the service.
 */
@Command(
    name = "crowd",
    description = "测量：许多人同时问最费力的检索式时，健康检查、补全和普通检索要等多久，服务有没有出错",
    mixinStandardHelpOptions = true)
final class BenchCrowdCommand implements Callable<Integer> {

  private static final int MOST_CLIENTS = 1_000;
  private static final int MOST_SECONDS = 600;
  private static final int QUESTIONS = 40;

  private final Commands.Places places;

  @Option(
      names = "--clients",
      paramLabel = "N",
      defaultValue = "50",
      description = "多少人同时问（默认 ${DEFAULT-VALUE}）")
  private int clients;

  @Option(
      names = "--seconds",
      paramLabel = "N",
      defaultValue = "60",
      description = "问多少秒（默认 ${DEFAULT-VALUE}）")
  private int seconds;

  @Option(names = "--index", paramLabel = "目录", description = "现有索引在哪里（默认：程序目录下的 index）")
  private @Nullable Path index;

  BenchCrowdCommand(Commands.Places places) {
    this.places = places;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (clients < 1 || clients > MOST_CLIENTS || seconds < 1 || seconds > MOST_SECONDS) {
      throw new UserMistakeException(
          "--clients 是 1 到 " + MOST_CLIENTS + "，--seconds 是 1 到 " + MOST_SECONDS);
    }
    Path where = index == null ? places.index() : index;
    Map<String, List<String>> others = new LinkedHashMap<>();
    try (LuceneEngine engine = LuceneEngine.open(where, places.searchTimeLimit())) {
      others.put("补全", GrowthQuestions.suggestions(engine, QUESTIONS));
      others.put("普通检索", GrowthQuestions.searches(engine, QUESTIONS));
    }
    try (ServiceProcess service = ServiceProcess.start(places.launcher(), where);
        HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      Map<String, List<URI>> asked = new LinkedHashMap<>();
      asked.put("健康检查", List.of(service.health()));
      for (Map.Entry<String, List<String>> other : others.entrySet()) {
        List<URI> addresses = other.getValue().stream().map(service::api).toList();
        LoadRun.of(1, 1, addresses, address -> BenchCommand.get(client, address)); // warms it up
        asked.put(other.getKey(), addresses);
      }
      List<URI> nasty = GrowthQuestions.nasty().values().stream().map(service::api).toList();
      return report(Crowd.ask(client, clients, Duration.ofSeconds(seconds), nasty, asked));
    }
  }

  private int report(Map<String, CrowdAnswers> answers) {
    boolean isFaultless = true;
    for (Map.Entry<String, CrowdAnswers> one : answers.entrySet()) {
      CrowdAnswers of = one.getValue();
      System.out.printf(
          Locale.ROOT,
          "%s：应答 %,d 次，p50 %.0f 毫秒，p99 %.0f 毫秒，最慢 %.0f 毫秒；请稍后再来 %,d 次；出错 %,d 次%n",
          one.getKey().isEmpty() ? clients + " 人问最费力的" : one.getKey(),
          of.answered(),
          of.millis(0.5),
          of.millis(0.99),
          of.millis(1),
          of.refused(),
          of.faults().size());
      of.faults().stream().distinct().limit(5).forEach(fault -> System.out.println("  " + fault));
      isFaultless &= of.faults().isEmpty();
    }
    return isFaultless ? Commands.OK : Commands.PARTLY;
  }
}
