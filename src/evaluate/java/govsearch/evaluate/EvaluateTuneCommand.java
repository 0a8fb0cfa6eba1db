package govsearch.evaluate;

import govsearch.cli.Commands;
import govsearch.cli.Trial;
import govsearch.engine.Embedder;
import govsearch.engine.Learnt;
import govsearch.engine.lucene.LuceneEngine;
import govsearch.engine.lucene.query.RankingWeights;
import govsearch.ingest.sync.Ingest;
import govsearch.model.OnnxEmbedder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code evaluate tune}: climbs to better weights by the odd half of the judged questions alone;
 * the other half is neither asked nor shown. Similar problems can be tuned by all themes, too, with
 * some left out in turn to see what the weights are worth there.
 */
@Command(
    name = "tune",
    description = "按评判题的单号一半，用坐标上升法选权重；双号一半既不问也不看。选出的写进 RankingWeights、SimilarWeights",
    mixinStandardHelpOptions = true)
final class EvaluateTuneCommand implements Callable<Integer> {

  private static final Path RESOURCES = Path.of("src/test/resources");
  private static final long WAIT_NANOS = 200_000_000;

  /** What is not found in time would be taken for the weights' doing. */
  private static final Duration NO_HURRY = Duration.ofMinutes(5);

  /** What is tuned. */
  enum Which {
    ranking,
    similar
  }

  private final Commands.Places places;

  @Parameters(paramLabel = "哪一种", description = "ranking 段落检索的排序，similar 相似问题")
  private Which which = Which.ranking;

  @Option(
      names = "--questions",
      paramLabel = "文件或目录",
      description =
          "评判题，可以给多次（默认：golden 下的"
              + " questions.jsonl、unseen.jsonl、fresh.jsonl；similar、similar-unseen、similar-2、similar-3）")
  private List<Path> questions = List.of();

  @Option(names = "--collection", paramLabel = "名称=目录", description = "同 evaluate")
  private Map<String, Path> collections = new LinkedHashMap<>();

  @Option(names = "--model", paramLabel = "目录", description = "有这个语义模型参加时的权重")
  private @Nullable Path model;

  @Option(names = "--only", paramLabel = "名称", split = ",", description = "只调这几个权重")
  private Set<String> only = Set.of();

  @Option(
      names = "--folds",
      paramLabel = "份数",
      description = "similar：主题分成几份，轮流留出一份不看，只用其余的选，列出留出的得分；最后用全部的选。不给则只用单号主题")
  private int folds;

  EvaluateTuneCommand(Commands.Places places) {
    this.places = places;
  }

  @Override
  public Integer call() throws IOException {
    if (which == Which.ranking) {
      tuneRanking();
    } else {
      tuneSimilar();
    }
    return Commands.OK;
  }

  private List<Path> questions(String... usual) {
    List<Path> given =
        questions.isEmpty()
            ? java.util.Arrays.stream(usual).map(RESOURCES::resolve).toList()
            : questions;
    return given.stream().map(one -> places.home().resolve(one)).toList();
  }

  private void tuneRanking() throws IOException {
    List<Path> files =
        questions("golden/questions.jsonl", "golden/unseen.jsonl", "golden/fresh.jsonl");
    List<Trial> trials = new ArrayList<>();
    List<ToDoubleFunction<RankingWeights>> scores = new ArrayList<>();
    int all = 0;
    try {
      for (Path file : files) {
        List<GoldenQuestion> questions = GoldenQuestion.read(file);
        Map<String, Path> here = new GoldenCollections(places).of(questions, collections);
        List<GoldenQuestion> odd =
            questions.stream()
                .filter(q -> q.isForTuning() && !q.grades(here.keySet()).isEmpty())
                .toList();
        Trial trial = trial(List.copyOf(here.values()));
        trials.add(trial);
        RankingTrial.waitForSuggestions(trial.engine());
        learn(trial.engine());
        all += odd.size();
        scores.add(
            weights -> odd.size() * RankingTrial.ndcg(trial.engine(), odd, here.keySet(), weights));
      }
      int count = all;
      RankingWeights found =
          new CoordinateAscent<>(
                  RankingWeights.class,
                  only,
                  weights ->
                      scores.stream().mapToDouble(one -> one.applyAsDouble(weights)).sum() / count,
                  System.out::println)
              .from(RankingWeights.CHOSEN);
      System.out.println(found);
    } finally {
      for (Trial trial : trials) {
        trial.close();
      }
    }
  }

  private Trial trial(List<Path> folders) throws IOException {
    return new Trial(folders, null, Ingest.Progress.SILENT, NO_HURRY);
  }

  private void tuneSimilar() throws IOException {
    List<Trial> trials = new ArrayList<>();
    SimilarTuning tuning = new SimilarTuning(only, System.out::println);
    try {
      for (Path folder : questions("similar", "similar-unseen", "similar-2", "similar-3")) {
        Trial trial = trial(List.of(folder.resolve("reports")));
        trials.add(trial);
        learn(trial.engine());
        tuning.add(
            new SimilarAsking(trial.engine()),
            SimilarQuestion.read(folder.resolve("judgements.jsonl")));
      }
      System.out.println(folds == 0 ? tuning.byHalf() : tuning.byFolds(folds));
    } finally {
      for (Trial trial : trials) {
        trial.close();
      }
    }
  }

  private void learn(LuceneEngine engine) {
    if (model != null) {
      engine.learn(new Remembering(OnnxEmbedder.open(model), new ConcurrentHashMap<>()));
      while (engine.learnt().state() != Learnt.State.ON) {
        LockSupport.parkNanos(WAIT_NANOS);
      }
    }
  }

  /** The same questions are asked hundreds of times. */
  private record Remembering(Embedder model, Map<String, float[]> known) implements Embedder {
    @Override
    public String id() {
      return model.id();
    }

    @Override
    public int dimension() {
      return model.dimension();
    }

    @Override
    public float[] embed(String text) {
      return known.computeIfAbsent(text, model::embed);
    }

    @Override
    public float[] embedQuestion(String text) {
      return model.embedQuestion(text);
    }

    @Override
    public void close() {
      model.close();
    }
  }
}
