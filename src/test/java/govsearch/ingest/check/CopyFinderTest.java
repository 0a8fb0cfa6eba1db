package govsearch.ingest.check;

import static org.assertj.core.api.Assertions.assertThat;

import govsearch.ingest.ReportFactory;
import govsearch.ingest.extract.RejectedFileException;
import govsearch.report.Report;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Reports that are mostly another's. */
class CopyFinderTest {

  private static final String WORDS = "办理调解案件宣讲法律审核合同公开清单培训干部走访农户巡查河道登记商铺检查工地核对账目回访老人答复来信";

  private final Map<String, Report> reports = new LinkedHashMap<>();
  private final Random random = new Random(7);

  /** Sentences of no meaning, each unlike the others. */
  private List<String> sentences(int count) {
    List<String> sentences = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      sentences.add(
          IntStream.range(0, 8)
              .map(k -> random.nextInt(WORDS.length() / 2) * 2)
              .mapToObj(at -> WORDS.substring(at, at + 2))
              .collect(Collectors.joining("", "镇里", "。")));
    }
    return sentences;
  }

  private void add(String path, String town, int year, List<String> sentences)
      throws RejectedFileException {
    String text =
        town + year + "年法治政府建设情况报告\n一、主要做法\n" + String.join("", sentences).replace("镇里", town);
    Report report = ReportFactory.fromText(path, text.getBytes(StandardCharsets.UTF_8)).report();
    reports.put(report.id(), report);
  }

  private List<String> found() {
    CopyFinder finder = new CopyFinder();
    reports.values().forEach(finder::add);
    return finder.find(id -> Optional.ofNullable(reports.get(id))).stream()
        .map(
            copy ->
                copy.report().source().path()
                    + " "
                    + copy.of().source().path()
                    + " "
                    + Math.round(copy.share() * 100))
        .toList();
  }

  @Test
  void theLaterIsACopyOfTheEarlierWhateverTownAndFigures() throws RejectedFileException {
    List<String> text = sentences(40);
    List<String> edited = new ArrayList<>(text.subList(0, 36));
    edited.addAll(sentences(4));
    add("a", "柳湾镇", 2023, text);
    add("b", "青崖乡", 2024, edited);
    add("c", "石鼓滩镇", 2024, sentences(40));

    assertThat(found()).containsExactly("b a 90");
  }

  @Test
  void ofTheSameYearEachIsACopyOfTheOther() throws RejectedFileException {
    List<String> text = sentences(40);
    add("a", "柳湾镇", 2024, text);
    add("b", "青崖乡", 2024, text);

    assertThat(found()).containsExactly("a b 100", "b a 100");
  }

  @Test
  void aPartOfALongerReportIsACopyAndTheLongerIsNot() throws RejectedFileException {
    List<String> text = sentences(60);
    add("long", "柳湾镇", 2024, text);
    add("part", "柳湾镇", 2024, text.subList(0, 30));

    assertThat(found()).containsExactly("part long 100");
  }

  @Test
  void whatAllShareMakesNoCopies() throws RejectedFileException {
    List<String> formula = sentences(15);
    for (int i = 0; i < 100; i++) {
      List<String> text = new ArrayList<>(formula);
      text.addAll(sentences(15));
      add("r" + i, "柳湾镇", 2024, text);
    }
    assertThat(found()).isEmpty();
  }

  @Test
  void aFewLinesAreNoCopy() throws RejectedFileException {
    List<String> text = sentences(5);
    add("a", "柳湾镇", 2023, text);
    add("b", "青崖乡", 2024, text);

    assertThat(found()).isEmpty();
  }
}
