package govsearch.engine;

import static org.assertj.core.api.Assertions.assertThat;

import govsearch.query.Mode;
import govsearch.query.Query;
import govsearch.query.SearchRequest;
import govsearch.report.Report;
import govsearch.text.Literal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an engine suggests to somebody who is typing. */
public abstract class SuggestContract extends EngineContract {

  private static final List<Report> REPORTS = SampleReports.read(SampleReports.FOLDER);
  private static final Set<Suggestion.Kind> ALL = EnumSet.allOf(Suggestion.Kind.class);

  @BeforeEach
  void indexTheSamples() {
    index(REPORTS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "法律明",
        "明白",
        "flmbr",
        "falvmingbai",
        "FALV mingb",
        "fa'lv'm",
        "法律mbr",
        "法律明白人",
        "mingbairen",
        "fǎlǜmíng"
      })
  void findsAPhraseByItsCharactersAndByItsSound(String typed) {

    List<Suggestion> found = engine.suggest(typed, ALL, 10);
    assertThat(found).extracting(Suggestion::text).contains("法律明白人");
  }

  @Test
  void takesTraditionalCharacters() {
    assertThat(engine.suggest("柳灣", ALL, 10))
        .extracting(Suggestion::kind, Suggestion::text)
        .contains(org.assertj.core.groups.Tuple.tuple(Suggestion.Kind.TOWN, "柳湾镇"));
  }

  @Test
  void knowsPlacesOfEveryLevel() {
    assertThat(texts("sls", Suggestion.Kind.TOWN)).isEmpty();
    assertThat(texts("shilisheng", Suggestion.Kind.PROVINCE)).containsExactly("示例省");
    assertThat(texts("yz", Suggestion.Kind.CITY)).contains("云渚市");
    assertThat(texts("临溪", Suggestion.Kind.COUNTY)).containsExactly("临溪县");
    assertThat(texts("lwz", Suggestion.Kind.TOWN)).containsExactly("柳湾镇");
  }

  private List<String> texts(String typed, Suggestion.Kind kind) {
    return engine.suggest(typed, Set.of(kind), 10).stream().map(Suggestion::text).toList();
  }

  @Test
  void countsWhatASearchForEachSuggestionFinds() {
    int checked = 0;
    for (String typed : List.of("法", "lw", "加强", "z", "村", "执法", "x", "y", "问题")) {
      for (Suggestion suggestion : engine.suggest(typed, ALL, 50)) {
        SearchResult result = engine.search(SearchRequest.of(suggestion.query(), Mode.EXACT, 1));
        assertThat(suggestion.count())
            .as("%s", suggestion)
            .isEqualTo(result.total().value())
            .isPositive();
        checked++;
      }
    }
    assertThat(checked).isGreaterThan(100);
  }

  @Test
  void putsBeginningsFirstAndMarksWhatWasTyped() {
    List<Suggestion> found = engine.suggest("法", ALL, 30);
    List<Integer> starts = found.stream().map(s -> Math.min(1, s.at().start())).toList();
    assertThat(starts).isSorted().contains(0, 1);
    for (Suggestion suggestion : found) {
      assertThat(suggestion.at().of(suggestion.text())).isEqualTo("法");
    }
    assertThat(found).extracting(s -> Literal.literal(s.text())).doesNotHaveDuplicates();
    assertThat(engine.suggest("法", ALL, 3)).hasSize(3);
  }

  @Test
  void headingsComeWithoutTheirNumbers() {
    for (String typed : List.of("法", "执法", "问题", "加强")) {
      assertThat(engine.suggest(typed, Set.of(Suggestion.Kind.HEADING), 50))
          .extracting(Suggestion::text)
          .noneMatch(text -> text.matches("[（(]?[一二三四五六七八九十0-9]+[）)、.．].*"));
    }
  }

  @Test
  void suggestsNothingForNothingAndForWhatIsNotThere() {
    for (String typed : List.of("", " ", "'", "龘龘龘", "qqqqq", "x".repeat(1000), "\uD800")) {
      assertThat(engine.suggest(typed, ALL, 10)).as(typed).isEmpty();
    }
  }

  @Test
  void followsTheCollection() {
    assertThat(engine.suggest("柳湾", ALL, 10)).isNotEmpty();
    try (IndexSink sink = openSink(index)) {
      REPORTS.stream()
          .filter(report -> "柳湾镇".equals(report.head().town()))
          .forEach(report -> sink.remove(report.id()));
      sink.commit();
    }
    engine.refresh();
    assertThat(engine.suggest("柳湾", Set.of(Suggestion.Kind.TOWN), 10)).isEmpty();
    put(REPORTS);
    engine.refresh();
    Suggestion town = engine.suggest("柳湾", Set.of(Suggestion.Kind.TOWN), 10).getFirst();
    assertThat(town.query()).isEqualTo(new Query.FieldIs(Query.Field.TOWN, "柳湾镇"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"法律明拍人", "发律明白人", "发绿明白人", "法明白人", "法律明白白人", "法律法明白人", "法律白明人", "法律明白仁"})
  void findsWhatWasMeantByASlipOfTheHand(String typed) {
    assertThat(near(typed, 5)).contains("法律明白人");
  }

  @Test
  void findsWhatAPinyinSpells() {
    assertThat(engine.suggest("falv", ALL, 1)).as("by now all is read").isNotEmpty();
    assertThat(near("falvmingbairen", 5)).contains("法律明白人");
    assertThat(near("fa lv ming bai", 5)).doesNotContain("法律明白人");
  }

  private List<String> near(String typed, int most) {
    return engine.nearest(typed, false, most).stream().map(NearText::text).toList();
  }

  @Test
  void proposesNothingForWhatIsThereOrForNothing() {
    for (String typed : List.of("法律明白人", "", " ", "法", "\uD800", "龘龘龘龘", "法".repeat(900))) {
      assertThat(engine.nearest(typed, false, 5)).as(typed).isEmpty();
    }
  }

  /** Whatever one slip has spoilt is found again, and everything proposed is there. */
  @Test
  void undoesRandomSlips() {
    PlainScan scan = new PlainScan(REPORTS);
    Random random = new Random(11);
    int undone = 0;
    for (int i = 0; i < 150; i++) {
      String text = scan.lines().get(random.nextInt(scan.lines().size())).literal();
      String other = scan.lines().get(random.nextInt(scan.lines().size())).literal();
      int length = 4 + random.nextInt(5);
      if (text.length() <= length || !text.matches("[\\p{IsHan}，。、]+")) {
        continue;
      }
      int start = random.nextInt(text.length() - length);
      String meant = text.substring(start, start + length);
      String typed = slip(meant, other.charAt(random.nextInt(other.length())), random);
      if (scan.lines().stream().noneMatch(line -> line.literal().contains(typed))) {
        List<NearText> near = engine.nearest(typed, false, 10_000);
        assertThat(engine.nearest(typed, true, 10_000)).isEqualTo(near);
        if (isPlain(typed)) {
          assertThat(near).allMatch(one -> isPlain(one.text()));
        }
        if (isPlain(meant) || !isPlain(typed)) {
          assertThat(near).as("%s for %s", typed, meant).extracting(NearText::text).contains(meant);
        }
        for (NearText proposed : near) {
          assertThat(proposed.paragraphs())
              .as("%s for %s", proposed, typed)
              .isPositive()
              .isLessThan(NearText.MOST_COUNTED)
              .isEqualTo(
                  scan.lines().stream()
                      .filter(line -> line.literal().contains(proposed.text()))
                      .count());
        }
        undone++;
      }
    }
    assertThat(undone).isGreaterThan(20);
  }

  private static boolean isPlain(String text) {
    return text.codePoints().allMatch(Character::isLetterOrDigit);
  }

  /** A phrase of a town's own, in so many paragraphs, each of other words beside it. */
  private static String manyTimes(String phrase, int paragraphs) {
    StringBuilder lines = new StringBuilder("松溪县石桥镇2024年法治政府建设情况报告\n一、工作开展情况\n");
    for (int i = 0; i < paragraphs; i++) {
      lines.append("第").append(i).append("次").append(phrase).append("，走访群众。\n");
    }
    return lines + "石桥镇人民政府\n2024年12月20日\n";
  }

  @ParameterizedTest
  @CsvSource({"499, 499, true", "500, 500, false", "650, 500, false"})
  void countsNoMoreThanAnybodyWantsToKnow(
      int paragraphs, long counted, boolean exact, @TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("a.txt"), manyTimes("乡贤夜谈", paragraphs));
    put(SampleReports.read(folder));
    engine.refresh();

    assertThat(engine.nearest("乡贤夜淡", true, 1))
        .containsExactly(new NearText("乡贤夜谈", counted, exact));
  }

  private static String slip(String text, char other, Random random) {
    int at = 1 + random.nextInt(text.length() - 2);
    String before = text.substring(0, at);
    String behind = text.substring(at + 1);
    return switch (random.nextInt(4)) {
      case 0 -> before + other + behind;
      case 1 -> before + behind;
      case 2 -> before + other + text.substring(at);
      default -> before + behind.charAt(0) + text.charAt(at) + behind.substring(1);
    };
  }
}
