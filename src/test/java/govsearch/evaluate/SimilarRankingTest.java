package govsearch.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import govsearch.cli.Trial;
import govsearch.evaluate.SimilarQuestion.Answer;
import govsearch.evaluate.SimilarTrial.Ranking;
import govsearch.ingest.sync.Ingest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.Test;

/**
 * Similar problems are found far better than plain Lucene finds them, above all those told in other
 * words, and the measures that answer them are found in their reports.
 */
class SimilarRankingTest {

  private static final Path FOLDER = Path.of("src/test/resources/similar");
  private static final Duration TIME_LIMIT = Duration.ofMinutes(1);

  /** What is clear: several times what an answer graded otherwise would change. */
  private static final double CLEARLY = 0.15;

  /** Which part of the remedies is to stand first. */
  private static final double NEARLY_ALL = 0.95;

  @Test
  void isClearlyAheadOfPlainLuceneAboveAllInOtherWords() throws IOException {
    List<SimilarQuestion> questions = SimilarQuestion.read(FOLDER.resolve("judgements.jsonl"));
    Map<String, List<Ranking>> rankings =
        SimilarTrial.run(questions, FOLDER.resolve("reports"), List.of(), null, TIME_LIMIT);
    Predicate<Answer> far = answer -> answer.distance().equals("far");
    for (String plain : List.of(SimilarTrial.MORE_LIKE_THIS, SimilarTrial.BIGRAMS)) {
      assertThat(recall(rankings, SimilarTrial.OURS, answer -> true))
          .isGreaterThan(recall(rankings, plain, answer -> true) + CLEARLY);
      assertThat(recall(rankings, SimilarTrial.OURS, far))
          .isGreaterThan(recall(rankings, plain, far) + CLEARLY);
    }
    assertThat(recall(rankings, SimilarTrial.OURS, far))
        .as("the thesaurus is of use")
        .isGreaterThan(recall(rankings, SimilarTrial.WITHOUT_THESAURUS, far));
  }

  private static double recall(
      Map<String, List<Ranking>> rankings, String name, Predicate<Answer> which) {
    return Objects.requireNonNull(rankings.get(name)).stream()
        .map(ranking -> SimilarScore.of(ranking.question().answers(), ranking.places(), which))
        .filter(Objects::nonNull)
        .mapToDouble(SimilarScore::recall)
        .average()
        .orElseThrow();
  }

  @Test
  void findsTheMeasuresAndWhatCameOfThem() throws IOException {
    List<RemedyQuestion> questions = RemedyQuestion.read(FOLDER.resolve("judgements.jsonl"));
    try (Trial trial =
        new Trial(List.of(FOLDER.resolve("reports")), null, Ingest.Progress.SILENT, TIME_LIMIT)) {
      RemedyTrial remedies = new RemedyTrial(trial.engine());
      List<RemedyTrial.Outcome> outcomes = questions.stream().map(remedies::ask).toList();
      assertThat(outcomes).hasSizeGreaterThan(90);
      assertThat(first(outcomes, RemedyTrial.Outcome::measure)).isGreaterThan(NEARLY_ALL);
      List<RemedyTrial.Outcome> followed =
          outcomes.stream().filter(outcome -> outcome.question().nextYear() != null).toList();
      assertThat(followed).hasSizeGreaterThan(20);
      assertThat(first(followed, RemedyTrial.Outcome::nextYear)).isGreaterThan(NEARLY_ALL);
    }
  }

  private static double first(
      List<RemedyTrial.Outcome> outcomes, ToIntFunction<RemedyTrial.Outcome> place) {
    long first = outcomes.stream().filter(outcome -> place.applyAsInt(outcome) == 1).count();
    return (double) first / outcomes.size();
  }
}
