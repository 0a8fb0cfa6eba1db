package govsearch.engine;

import static org.assertj.core.api.Assertions.assertThat;

import govsearch.query.Mode;
import govsearch.query.Query;
import govsearch.query.SearchRequest;
import govsearch.text.Range;
import govsearch.text.Thesaurus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Loose mode where the thesaurus knows what is asked for in other words. */
public abstract class OtherWordsContract {

  private static final String THESAURUS =
      """
      概念：灯塔无人值守
      类别：问题
      说法：灯塔没有人看、守塔人 短缺、值灯员紧张

      概念：修缮灯塔
      类别：措施
      说法：修缮灯塔、翻新灯具

      概念：礁石标识缺损
      类别：问题
      说法：浮标 失修
      """;

  private static final String KEEPERS = "沿海两处守塔人长期短缺，夜里值灯员紧张。";
  private static final String REPAIRS = "全年翻新灯具九套。";
  private static final String LITERAL = "群众反映灯塔没有人看。";
  private static final String BUOYS = "南口两座浮标失修。";
  private static final String NEITHER = "码头照明良好。";

  @TempDir private Path folder;

  private SearchEngine engine;

  protected abstract IndexSink openSink(Path where, String ownThesaurus);

  protected abstract SearchEngine openEngine(Path where);

  @BeforeEach
  void index() throws IOException {
    Path index = folder.resolve("index");
    Path reports = Files.createDirectory(folder.resolve("reports"));
    Files.write(
        reports.resolve("a.txt"),
        List.of("沙咀镇2024年法治政府建设情况报告", "一、工作", KEEPERS, REPAIRS, LITERAL, BUOYS, NEITHER));
    try (IndexSink sink = openSink(index, THESAURUS)) {
      SampleReports.read(reports).forEach(sink::put);
      sink.commit();
    }
    engine = openEngine(index);
  }

  @AfterEach
  void close() {
    engine.close();
  }

  private List<Hit> found(Query query, Mode mode) {
    return engine.search(SearchRequest.of(query, mode, 10)).hits();
  }

  private static List<String> texts(List<Hit> hits) {
    return hits.stream().map(hit -> hit.paragraph().text()).toList();
  }

  @Test
  void findsWhatSaysTheSameInOtherWordsBelowWhatSaysItLiterally() {
    List<Hit> hits = found(new Query.Words("灯塔没有人看"), Mode.LOOSE);
    assertThat(texts(hits)).containsExactly(LITERAL, KEEPERS);
  }

  @Test
  void saysWhichConceptMatchedAndMarksItsWords() {
    Hit hit = found(new Query.Words("灯塔没有人看"), Mode.LOOSE).get(1);
    assertThat(hit.concepts())
        .containsExactly(
            new SharedConcept(
                "灯塔无人值守",
                Thesaurus.Category.PROBLEM,
                "灯塔没有人看",
                "守塔人 短缺",
                List.of(new Range(4, 7), new Range(9, 11), new Range(14, 19))));
    assertThat(hit.ranges()).containsAll(hit.concepts().getFirst().ranges());
  }

  @Test
  void readsTermsThatAreAllAskedForTogether() {
    Query typed = new Query.And(List.of(new Query.Words("短缺"), new Query.Words("守塔人")));
    assertThat(texts(found(typed, Mode.LOOSE))).containsExactly(KEEPERS, LITERAL);

    Query either = new Query.Or(List.of(new Query.Words("短缺"), new Query.Words("守塔人")));
    assertThat(found(either, Mode.LOOSE)).isNotEmpty().allMatch(hit -> hit.concepts().isEmpty());
  }

  @Test
  void knowsAConceptByItsName() {
    assertThat(texts(found(new Query.Words("灯塔无人值守"), Mode.LOOSE))).contains(KEEPERS, LITERAL);
  }

  @Test
  void canBeToldNotTo() {
    List<Hit> hits = found(new Query.Words("灯塔没有人看"), Mode.MOST);
    assertThat(texts(hits)).containsExactly(LITERAL);
    assertThat(hits.getFirst().concepts()).isEmpty();
  }

  @Test
  void takesQuotedAndExcludedTextAsItStands() {
    assertThat(texts(found(new Query.Phrase("灯塔没有人看"), Mode.LOOSE))).containsExactly(LITERAL);
    Query without =
        new Query.And(List.of(new Query.Words("修缮灯塔"), new Query.Not(new Query.Words("守塔人短缺"))));
    assertThat(texts(found(without, Mode.LOOSE))).contains(REPAIRS).doesNotContain(NEITHER);
    Query excluded =
        new Query.And(List.of(new Query.Words("灯塔没有人看"), new Query.Not(new Query.Words("值灯员"))));
    assertThat(texts(found(excluded, Mode.LOOSE))).containsExactly(LITERAL);
  }

  @Test
  void goesOnWithOtherWordsWhereNoParagraphHasAnyOfTheWords() {
    SearchResult result =
        engine.search(SearchRequest.of(new Query.Words("礁石标识缺损"), Mode.WORDS, 10));
    assertThat(result.mode()).isEqualTo(Mode.LOOSE);
    assertThat(texts(result.hits())).containsExactly(BUOYS);
  }
}
