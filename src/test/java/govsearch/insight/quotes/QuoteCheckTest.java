package govsearch.insight.quotes;

import static org.assertj.core.api.Assertions.assertThat;

import govsearch.engine.SampleReports;
import govsearch.insight.Indexed;
import govsearch.insight.quotes.CheckedQuote.Outcome;
import govsearch.report.Paragraph;
import govsearch.report.ParagraphKind;
import govsearch.report.Report;
import govsearch.text.Literal;
import govsearch.text.Range;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuoteCheckTest {

  private static final String OTHER_CHARACTERS = "龢麤鱻灥淼焱垚犇骉猋";

  @TempDir private static Path folder;
  private static Indexed collection;
  private static String everything;

  @BeforeAll
  static void index() {
    collection = Indexed.folder(SampleReports.FOLDER, folder.resolve("index"));
    StringBuilder all = new StringBuilder();
    for (Report report : collection.reports()) {
      report.paragraphs().forEach(p -> all.append(Literal.literal(p.text())).append('\n'));
    }
    everything = all.toString();
  }

  @AfterAll
  static void close() {
    collection.close();
  }

  private static List<CheckedQuote> check(String text) {
    return new QuoteCheck(collection.engine()).of(text).quotes();
  }

  private static CheckedQuote only(String text) {
    List<CheckedQuote> quotes = check(text);
    assertThat(quotes).hasSize(1);
    return quotes.getFirst();
  }

  /** Parts of paragraphs without quotation marks in them, of 10 to 60 characters. */
  private static List<String> parts(int count, long seed) {
    Random random = new Random(seed);
    List<Paragraph> bodies =
        collection.reports().stream()
            .flatMap(report -> report.paragraphs().stream())
            .filter(p -> p.kind() == ParagraphKind.BODY && p.text().length() > 70)
            .toList();
    List<String> parts = new ArrayList<>();
    while (parts.size() < count) {
      String text = bodies.get(random.nextInt(bodies.size())).text();
      int length = 10 + random.nextInt(50);
      int start = random.nextInt(text.length() - length);
      String part = text.substring(start, start + length);
      if (part.codePoints().noneMatch(c -> "“”「」\"'‘’…\n".indexOf(c) >= 0)
          && part.chars().filter(Character::isLetter).count() > 8) {
        parts.add(part);
      }
    }
    return parts;
  }

  @Test
  void findsEveryQuotationThatIsWordForWord() {
    List<String> parts = parts(200, 1);
    for (int i = 0; i < parts.size(); i += 50) {
      StringBuilder text = new StringBuilder();
      for (String part : parts.subList(i, i + 50)) {
        text.append("有的报告写道：“").append(part).append("”。\n");
      }
      List<CheckedQuote> quotes = check(text.toString());
      assertThat(quotes).hasSize(50);
      for (CheckedQuote quote : quotes) {
        assertThat(quote.outcome()).as(quote.quoted()).isEqualTo(Outcome.VERBATIM);
        CheckedQuote.Found found = quote.found().getFirst();
        assertThat(Literal.literal(quote.quoted()))
            .contains(Literal.literal(found.at().of(found.paragraph().text())));
      }
    }
  }

  @Test
  void callsNothingWordForWordOfWhichOneCharacterIsAnother() {
    Random random = new Random(2);
    int near = 0;
    for (String part : parts(200, 3)) {
      int at = random.nextInt(part.length());
      while (!Character.isLetterOrDigit(part.charAt(at))) {
        at = random.nextInt(part.length());
      }
      char other =
          random.nextBoolean()
              ? OTHER_CHARACTERS.charAt(random.nextInt(OTHER_CHARACTERS.length()))
              : everything.charAt(random.nextInt(everything.length()));
      String altered = part.substring(0, at) + other + part.substring(at + 1);
      if (!Character.isLetter(other) || everything.contains(Literal.literal(altered))) {
        continue;
      }
      CheckedQuote quote = only("“" + altered + "”");
      assertThat(quote.outcome()).as(altered).isIn(Outcome.CHANGED, Outcome.UNSEEN);
      if (quote.outcome() == Outcome.CHANGED) {
        near++;
        Range changed = new Range(at, at + 1);
        assertThat(quote.changed())
            .as(altered)
            .anyMatch(range -> range.start() <= changed.start() && range.end() >= changed.end());
      }
    }
    assertThat(near).isGreaterThan(150);
  }

  @Test
  void readsWhoseWordsTheyAreSaidToBe() {
    String said = "执法人员上门检查一律亮证";
    CheckedQuote any = only("有报告说“" + said + "”。");
    Report first =
        collection.reports().stream()
            .filter(r -> r.id().equals(any.found().getFirst().report().id()))
            .findFirst()
            .orElseThrow();
    String town = first.head().town();
    Integer year = first.head().year();
    assertThat(only(town + year + "年的报告说“" + said + "”。").outcome()).isEqualTo(Outcome.VERBATIM);
    assertThat(only("“" + said + "”（" + town + "，" + year + "年）").outcome())
        .isEqualTo(Outcome.VERBATIM);
    CheckedQuote wrong = only(town + "2009年的报告说：“" + said + "”。");
    assertThat(wrong.outcome()).isEqualTo(Outcome.ELSEWHERE);
    assertThat(wrong.town()).isEqualTo(town);
    assertThat(wrong.year()).isEqualTo(2009);
    assertThat(only("乌有镇" + year + "年的报告说“" + said + "”。").town()).isNull();
    assertThat(only("二〇〇九年说“" + said + "”。").year()).isEqualTo(2009);
    List<CheckedQuote> two =
        check(town + year + "年的报告说“" + said + "”，另一份说“" + said + "”，有的镇说“" + said + "”。");
    assertThat(two).extracting(CheckedQuote::year).containsExactly(year, null, null);
    assertThat(two).extracting(CheckedQuote::town).containsExactly(town, null, null);
    CheckedQuote block = only(town + year + "年的报告：\n> " + said + "\n完。");
    assertThat(block.outcome()).isEqualTo(Outcome.VERBATIM);
    assertThat(block.town()).isEqualTo(town);
  }

  @Test
  void knowsWhatIsAQuotation() {
    assertThat(check("《法治政府建设实施纲要》“短”")).isEmpty();
    assertThat(check("「执法人员上门检查」和『一律亮证一律告知』还有\"一律留痕一律记录\"。")).hasSize(3);
    assertThat(check("“没有关上的引文\n下一段”")).isEmpty();
    assertThat(only("“他说“执法人员”要亮证”").quoted()).isEqualTo("他说“执法人员”要亮证");
    assertThat(only("“执法人员上门检查……一律告知”").outcome()).isEqualTo(Outcome.VERBATIM);
    assertThat(only("“一律告知……执法人员上门检查”").outcome()).isNotEqualTo(Outcome.VERBATIM);
    assertThat(only("“鹌鹑坳夜校点读机识字百日行动”").outcome()).isEqualTo(Outcome.UNSEEN);
    assertThat(only("“……执法人员上门检查一律亮证，”").outcome()).isEqualTo(Outcome.VERBATIM);
  }

  @Test
  void saysHowManyItHasNotChecked() {
    QuoteCheck check = new QuoteCheck(collection.engine());
    String text = "“执法人员上门检查”".repeat(500);
    CheckedQuotes first = check.of(text);
    assertThat(first.quotes()).hasSize(QuoteCheck.MOST_QUOTATIONS);
    assertThat(first.total()).isEqualTo(500);
    CheckedQuotes last = check.of(text, 498, 25);
    assertThat(last.quotes()).hasSize(2);
    assertThat(last.total()).isEqualTo(500);
    assertThat(check.of(text, 700, 25)).isEqualTo(new CheckedQuotes(List.of(), 500));
  }
}
