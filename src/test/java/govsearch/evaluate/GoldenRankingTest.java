package govsearch.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import govsearch.Shared;
import govsearch.engine.SampleReports;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

/**
 * Our ranking is clearly better than what plain Lucene would give. Also on the questions that its
 * weights were not chosen by.
 */
class GoldenRankingTest {

  private static final Path QUESTIONS = Path.of("src/test/resources/golden/questions.jsonl");
  private static final Duration TIME_LIMIT = Duration.ofMinutes(1);

  /** What is clear: far above what a question graded a little differently would change. */
  private static final double CLEARLY = 0.05;

  @Test
  void isClearlyAheadOfPlainLuceneOnAllTheGoldenQuestions() throws IOException {
    Map<String, Path> collections = new LinkedHashMap<>();
    collections.put("seeds", Shared.folder("seeds"));
    collections.put("provincial", Shared.folder("reports/provincial-2026"));
    collections.put("samples", SampleReports.FOLDER);
    RankingTrial.Outcome outcome = run(collections);
    assertThat(outcome.questions()).hasSize(GoldenQuestion.read(QUESTIONS).size());
    ahead(outcome, question -> true);
    ahead(outcome, GoldenQuestion::isForTuning);
    ahead(outcome, question -> !question.isForTuning());
    // Fields and exclusions are nothing that plain Lucene could know: without them too.
    ahead(outcome, question -> !question.kind().equals("intent"));
    for (String other : List.of(RankingTrial.SMARTCN, RankingTrial.BIGRAMS)) {
      assertThat(PairedTest.chance(ndcg(outcome, RankingTrial.OURS), ndcg(outcome, other)))
          .as("chance of the difference from " + other)
          .isLessThan(0.01);
    }
  }

  /** Only those questions that the samples answer; runs everywhere. */
  @Test
  void isClearlyAheadOfPlainLuceneOnTheSamplesAlone() throws IOException {
    RankingTrial.Outcome outcome = run(Map.of("samples", SampleReports.FOLDER));
    assertThat(outcome.questions()).hasSizeGreaterThan(80);
    ahead(outcome, question -> true);
  }

  private static RankingTrial.Outcome run(Map<String, Path> collections) throws IOException {
    return RankingTrial.run(
        GoldenQuestion.read(QUESTIONS),
        collections,
        new RankingTrial.Terms(TIME_LIMIT, false, null));
  }

  private static void ahead(RankingTrial.Outcome outcome, Predicate<GoldenQuestion> of) {
    for (ToDoubleFunction<RankingScore> measure :
        List.<ToDoubleFunction<RankingScore>>of(RankingScore::ndcg, RankingScore::reciprocalRank)) {
      double ours = mean(outcome, RankingTrial.OURS, of, measure);
      for (String other : List.of(RankingTrial.SMARTCN, RankingTrial.BIGRAMS)) {
        assertThat(ours).as(other).isGreaterThan(mean(outcome, other, of, measure) + CLEARLY);
      }
    }
  }

  private static double mean(
      RankingTrial.Outcome outcome,
      String ranking,
      Predicate<GoldenQuestion> of,
      ToDoubleFunction<RankingScore> measure) {
    double sum = 0;
    int count = 0;
    for (int i = 0; i < outcome.questions().size(); i++) {
      if (of.test(outcome.questions().get(i))) {
        sum += measure.applyAsDouble(outcome.scores().get(ranking).get(i));
        count++;
      }
    }
    return sum / count;
  }

  private static List<Double> ndcg(RankingTrial.Outcome outcome, String ranking) {
    return outcome.scores().get(ranking).stream().map(RankingScore::ndcg).toList();
  }
}
