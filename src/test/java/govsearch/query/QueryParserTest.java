package govsearch.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryParserTest {

  private static final Map<String, String> SECTIONS =
      Map.of("问题", "problems", "problems", "problems");

  private final QueryParser parser =
      new QueryParser(name -> Optional.ofNullable(SECTIONS.get(name)));

  private String read(String typed) {
    return QueryText.of(parser.parse(typed).query());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0001',
      value = {
        "法治                         | 法治",
        "法治 政府                    | and(法治, 政府)",
        "法治　政府                   | and(法治, 政府)",
        "“法律明白人”                 | \"法律明白人\"",
        "\"法律明白人\"               | \"法律明白人\"",
        "＂法律明白人＂               | \"法律明白人\"",
        "「法律明白人」               | \"法律明白人\"",
        "『法律明白人』               | \"法律明白人\"",
        "‘法律明白人’                 | \"法律明白人\"",
        "”法律明白人“                 | \"法律明白人\"",
        "推进“法律明白人”培养         | and(推进, \"法律明白人\", 培养)",
        "网格员 OR 调解员             | or(网格员, 调解员)",
        "网格员 ＯＲ 调解员           | or(网格员, 调解员)",
        "法治 网格员 OR 调解员        | or(and(法治, 网格员), 调解员)",
        "法治 (网格员 OR 调解员)      | and(法治, or(网格员, 调解员))",
        "法治 （网格员 OR 调解员）    | and(法治, or(网格员, 调解员))",
        "法治 AND 政府                | and(法治, 政府)",
        "法治 政府 法治               | and(法治, 政府)",
        "法治 OR 法治                 | 法治",
        "法治 -政府                   | and(法治, not(政府))",
        "法治 －政府                  | and(法治, not(政府))",
        "法治 -“政府 工作”            | and(法治, not(\"政府 工作\"))",
        "-(网格员 OR 调解员)          | not(or(网格员, 调解员))",
        "--法治                       | 法治",
        "法治 NOT 政府                | and(法治, not(政府))",
        "法治 AND NOT “政府”          | and(法治, not(\"政府\"))",
        "not 法治                     | and(not, 法治)",
        "村（社区）法治               | 村（社区）法治",
        "村-居                        | 村-居",
        "town:柳湾镇                  | town:柳湾镇",
        "乡镇：柳湾镇                 | town:柳湾镇",
        "ＴＯＷＮ：柳湾镇             | town:柳湾镇",
        "town: 柳湾镇                 | town:柳湾镇",
        "town:“柳湾镇”                | town:柳湾镇",
        "town:(柳湾镇 OR 双桐镇)      | or(town:柳湾镇, town:双桐镇)",
        "乡镇：（柳湾镇 ＯＲ “双桐镇”） | or(town:柳湾镇, town:双桐镇)",
        "year:(2023 OR 2025..) 普法   | and(or(year:2023..2023, year:2025..null), 普法)",
        "town:(-柳湾镇 (year:2023 双桐镇)) | and(not(town:柳湾镇), and(year:2023..2023, town:双桐镇))",
        "-county:临溪县               | not(county:临溪县)",
        "year:2024                    | year:2024..2024",
        "年度：２０２４年             | year:2024..2024",
        "year:2023..2025              | year:2023..2025",
        "year:2023-2025               | year:2023..2025",
        "year:2023—2025               | year:2023..2025",
        "year:2023..                  | year:2023..null",
        "year:..2025                  | year:null..2025",
        "year:未注明                  | year:未注明",
        "-年度：未注明                | not(year:未注明)",
        "county:未注明 普法           | and(county:未注明, 普法)",
        "section:问题 经费            | and(section:problems, 经费)",
        "title:法治政府               | title:法治政府",
        "\"网格员 素质\"~10           | \"网格员 素质\"~10",
        "“网格员　素质”～１０         | \"网格员 素质\"~10",
        "\"法律*人\"                  | \"法律*人\"",
        "“法律＊人”                   | \"法律*人\"",
        "12:30                        | 12:30",
      })
  void readsWhatIsTyped(String typed, String expected) {
    assertThat(read(typed)).isEqualTo(expected);
    assertThat(parser.parse(typed).notices()).isEmpty();
  }

  @Test
  void readsTheBarSignAsOr() {
    assertThat(read("网格员 | 调解员")).isEqualTo("or(网格员, 调解员)");
    assertThat(read("网格员 ｜ 调解员")).isEqualTo("or(网格员, 调解员)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '\u0001',
      value = {
        "网格员｜调解员; or(网格员, 调解员)",
        "网格员|调解员||法律顾问; or(网格员, 调解员, 法律顾问)",
        "(网格员)|(调解员); or(网格员, 调解员)",
        "（网格员）｜（调解员）; or(网格员, 调解员)",
        "“网格员”|“调解员”; or(\"网格员\", \"调解员\")",
        "普法 (网格员|调解员); and(普法, or(网格员, 调解员))",
        "普法 网格员|调解员; or(and(普法, 网格员), 调解员)",
        "town:柳湾镇|双桐镇 普法; and(or(town:柳湾镇, town:双桐镇), 普法)",
        "year:2023｜2025; or(year:2023..2023, year:2025..2025)",
        "town:“柳湾镇”|“双桐镇”; or(town:柳湾镇, town:双桐镇)",
        "普法 –青少年; and(普法, not(青少年))",
        "普法 ﹣青少年; and(普法, not(青少年))",
        "普法 ‑青少年; and(普法, not(青少年))",
        "普法 –“青少年”; and(普法, not(\"青少年\"))",
        "year:2023–2025; year:2023..2025",
        "普法 ——青少年; and(普法, ——青少年)",
      })
  void readsBarsAndDashesAsTheyAreTyped(String typed, String expected) {
    assertThat(read(typed)).isEqualTo(expected);
    assertThat(parser.parse(typed).notices()).isEmpty();
  }

  @Test
  void readsABlankQueryAsEverything() {
    assertThat(read("")).isEqualTo("all");
    assertThat(read(" 　\t")).isEqualTo("all");
    assertThat(read("\u200B")).isEqualTo("all");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '\u0001',
      value = {
        "“法律明白人; \"法律明白人\"; unclosed-quote; 0; 1",
        "法治 “” 政府; and(法治, 政府); empty-quote; 3; 5",
        "法治 OR; 法治; dangling-operator; 3; 5",
        "OR 法治; 法治; dangling-operator; 0; 2",
        "法治 -; 法治; dangling-operator; 3; 4",
        "法治 NOT; 法治; dangling-operator; 3; 6",
        "(法治; 法治; unbalanced-bracket; 0; 1",
        "法治 ) 政府; and(法治, 政府); unbalanced-bracket; 3; 4",
        "tonw:柳湾镇; tonw:柳湾镇; unknown-field; 0; 5",
        "year:今年 法治; 法治; bad-year; 0; 7",
        "year:2025..2023; year:2023..2025; reversed-years; 0; 15",
        "section:内容 法治; 法治; unknown-section; 0; 10",
        "“法律 服务”~五; \"法律 服务\"~5; distance-in-words; 7; 9",
        "“法律 服务”～十五 普法; and(\"法律 服务\"~15, 普法); distance-in-words; 7; 10",
        "“法律 服务”~ 普法; and(\"法律 服务\"~10, 普法); distance-in-words; 7; 8",
        "法律*; 法律; star-outside-quotes; 0; 3",
        "＊法律; 法律; star-outside-quotes; 0; 3",
        "普法 法律*人; and(普法, \"法律*人\"); star-outside-quotes; 3; 7",
        "普法 *; 普法; star-outside-quotes; 3; 4",
        "普法~; 普法; tilde-outside-quotes; 0; 3",
        "普法～2 法治; and(普法, 法治); tilde-outside-quotes; 0; 4",
        "town:(柳湾镇 双桐镇); or(town:柳湾镇, town:双桐镇); values-side-by-side; 6; 13",
        "year:(2023 2025) 普法; and(or(year:2023..2023, year:2025..2025), 普法); values-side-by-side;"
            + " 6; 15",
        "town: 普法; town:普法; field-takes-the-next-word; 0; 8",
        "乡镇： 普法 学法; and(town:普法, 学法); field-takes-the-next-word; 0; 6",
        "town: ; all; empty-field; 0; 5",
        "\"网格员\"~5; \"网格员\"; near-needs-two; 0; 7",
        "\"网格员*\"~5; \"网格员\"; near-needs-two; 0; 8",
        "\"的 的\"~5; \"的\"; near-needs-two; 0; 7",
        "\"一 二 三 四 五 六 七 八 九 十 余\"~5; \"一 二 三 四 五 六 七 八 九 十\"~5; too-many-parts; 0; 25",
        "\"网格员 素质\"~900; \"网格员 素质\"~100; distance-too-large; 9; 12",
      })
  void readsSlipsLenientlyAndSaysWhere(
      String typed, String expected, String code, int start, int end) {
    ParsedQuery parsed = parser.parse(typed);
    assertThat(QueryText.of(parsed.query())).isEqualTo(expected);
    assertThat(parsed.notices()).hasSize(1);
    Notice notice = parsed.notices().getFirst();
    assertThat(notice.code()).isEqualTo(code);
    assertThat(notice.start()).isEqualTo(start);
    assertThat(notice.end()).isEqualTo(end);
    assertThat(notice.message()).containsPattern("\\p{IsHan}");
  }

  @Test
  void saysASlipMadeOftenAFewTimesAndHowOftenMore() {
    ParsedQuery parsed = parser.parse("(".repeat(10) + "法治");
    assertThat(parsed.notices()).extracting(Notice::start).containsExactly(0, 1, 2);
    assertThat(parsed.notices().getLast().message()).contains("后面还有 7 处");
    assertThat(parser.parse("(((法治").notices())
        .hasSize(3)
        .noneMatch(notice -> notice.message().contains("后面还有"));
  }

  @Test
  void tellsThePartsThatItUnderstoodAndWhereTheyStand() {
    String typed = "网格员 “法律明白人” -town:柳湾镇 section:问题 year:2023.. (经费 OR 资金)";
    ParsedQuery parsed = parser.parse(typed);
    assertThat(parsed.understood())
        .extracting(Understood::label)
        .containsExactly("网格员", "“法律明白人”", "不含：乡镇：柳湾镇", "章节：问题", "年度：2023 及以后", "(经费 OR 资金)");
    assertThat(parsed.understood())
        .extracting(part -> typed.substring(part.start(), part.end()))
        .containsExactly("网格员", "“法律明白人”", "-town:柳湾镇", "section:问题", "year:2023..", "(经费 OR 资金)");
    assertThat(parser.parse("法治 网格员 OR 调解员").understood())
        .extracting(Understood::kind)
        .containsExactly(Understood.Kind.GROUP.code());
    assertThat(parser.parse(" ").understood()).isEmpty();
  }

  @Test
  void losesJustThePartThatIsTakenOut() {
    String typed = "网格员 “法律 明白人”~5 -青少年 year:2024";
    for (Understood part : parser.parse(typed).understood()) {
      String rest = typed.substring(0, part.start()) + typed.substring(part.end());
      assertThat(parser.parse(rest).understood()).hasSize(3);
      assertThat(parser.parse(rest).notices()).isEmpty();
    }
  }

  @Test
  void readsAnythingWithoutFailingAndPlacesNoticesInside() {
    Random random = new Random(7);
    String alphabet = "法治政府人()（）\"“”「」‘’-－*＊~～:：|｜ 　ORANDtownyear2024..\uD83D\uDE00\uD83D\u200B\n";
    for (int i = 0; i < 20_000; i++) {
      StringBuilder typed = new StringBuilder();
      int length = random.nextInt(40);
      for (int j = 0; j < length; j++) {
        typed.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      ParsedQuery parsed = parser.parse(typed.toString());
      for (Notice notice : parsed.notices()) {
        assertThat(notice.start()).isBetween(0, typed.length());
        assertThat(notice.end()).isBetween(notice.start(), typed.length());
      }
    }
  }

  @Test
  void doesNotRunDeepOnNestedBracketsOrSigns() {
    assertThat(read("(".repeat(1000) + "法治")).isEqualTo("法治");
    assertThat(read("-".repeat(999) + "法治")).isEqualTo("not(法治)");
    assertThat(read("-(".repeat(500) + "法治")).contains("法治");
  }
}
