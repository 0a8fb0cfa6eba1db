package govsearch.insight.selfcheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import govsearch.engine.Place;
import govsearch.ingest.places.Gazetteer;
import govsearch.ingest.sync.DraftReading;
import govsearch.insight.Indexed;
import govsearch.report.Report;
import govsearch.report.Section;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SelfCheckTest {

  private static final List<String> OTHERS = List.of("双桐镇", "枣河镇", "青崖乡", "石鼓滩镇", "梅坞岭镇", "槐荫桥街道");

  @TempDir private static Path folder;

  private static final InventedSentences INVENTED = new InventedSentences(18);
  private static final List<String> FORMULA = many(40);
  private static final Map<String, List<String>> OF_TOWN = new HashMap<>();
  private static final List<String> OWN_LAST_YEAR = many(60);
  private static final List<String> OWN_BEFORE = many(10);
  private static Indexed collection;

  private static List<String> many(int count) {
    List<String> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      all.add(INVENTED.next());
    }
    return all;
  }

  @BeforeAll
  static void index() {
    Path reports = folder.resolve("reports");
    for (String town : OTHERS) {
      List<String> own = many(20);
      OF_TOWN.put(town, own);
      write(reports, town, 2023, own.subList(0, 10));
      write(reports, town, 2024, own.subList(10, 20));
    }
    write(reports, "柳湾镇", 2023, OWN_BEFORE);
    write(reports, "柳湾镇", 2024, OWN_LAST_YEAR);
    collection = Indexed.folder(reports, folder.resolve("index"));
  }

  private static void write(Path reports, String town, int year, List<String> own) {
    String text =
        String.join(
                "\n",
                "一、主要做法",
                town + "党委高度重视法治政府建设。",
                String.join("", own),
                String.join("", FORMULA))
            + "\n二、存在的问题\n一是普法形式陈旧，年轻人不爱看。\n三、下一步计划\n一是把普法短视频拍出本地味，让年轻人爱看。\n二是给每个村配一台便携投影仪。";
    Indexed.write(reports, town + year + ".txt", "临溪县" + town, year + "年", text);
  }

  @AfterAll
  static void close() {
    collection.close();
  }

  private static SelfChecked check(String body) {
    return check("临溪县柳湾镇2025年法治政府建设情况报告", body, null, null);
  }

  private static SelfChecked check(String title, String body, Place town, Integer year) {
    Report draft = new DraftReading(null).read(title + "\n" + body + "\n");
    try {
      return new SelfCheck(collection.engine(), Gazetteer.builtIn().names()).of(draft, town, year);
    } catch (SelfCheck.TooLongException e) {
      throw new AssertionError(e);
    }
  }

  private record Part(String text, SentenceKind kind, String from) {}

  @Test
  void tellsSentencesOfKnownOriginApart() {
    Random random = new Random(7);
    int all = 0;
    int right = 0;
    List<String> wrong = new ArrayList<>();
    for (int round = 0; round < 10; round++) {
      List<Part> parts = parts(random);
      StringBuilder body = new StringBuilder("一、主要做法\n");
      parts.forEach(part -> body.append(part.text()));
      SelfChecked checked = check(body.toString());
      Map<String, SelfChecked.Sentence> byText = new HashMap<>();
      checked.sentences().forEach(one -> byText.put(one.spot().text(), one));
      for (Part part : parts) {
        SelfChecked.Sentence told = byText.get(part.text());
        String from = told.source() == null ? null : told.source().report().town();
        boolean same =
            told.kind() == part.kind() && (part.from() == null || part.from().equals(from));
        all++;
        right += same ? 1 : 0;
        if (!same) {
          wrong.add(part + " → " + told.kind() + " " + from);
        }
      }
    }
    assertThat(all).isEqualTo(500);
    assertThat((double) right / all).as(String.join("\n", wrong)).isGreaterThanOrEqualTo(0.98);
  }

  private static List<Part> parts(Random random) {
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      parts.add(new Part(any(FORMULA, random, parts), SentenceKind.FORMULA, null));
      parts.add(new Part(any(OWN_LAST_YEAR, random, parts), SentenceKind.OWN_EARLIER, "柳湾镇"));
      String town = OTHERS.get(random.nextInt(OTHERS.size()));
      parts.add(new Part(any(OF_TOWN.get(town), random, parts), SentenceKind.ELSEWHERE, town));
      String other = OTHERS.get(random.nextInt(OTHERS.size()));
      String changed =
          any(OF_TOWN.get(other), random, parts).replace("，", "，今年以来").replace("。", "，成效看得见。");
      parts.add(new Part(changed, SentenceKind.ALIKE, other));
      parts.add(new Part(INVENTED.next(), SentenceKind.NEW, null));
    }
    return parts;
  }

  private static String any(List<String> list, Random random, List<Part> but) {
    while (true) {
      String one = list.get(random.nextInt(list.size()));
      String stem = one.substring(0, 8);
      if (but.stream().noneMatch(part -> part.text().startsWith(stem))) {
        return one;
      }
    }
  }

  @Test
  void linksToWhereASentenceStandsAndMarksWhatWasChanged() {
    String theirs = OF_TOWN.get("枣河镇").getFirst();
    SelfChecked same = check("一、主要做法\n" + theirs);
    SelfChecked.Sentence told = of(same, theirs);
    assertThat(told.source().report().town()).isEqualTo("枣河镇");
    assertThat(told.source().report().year()).isEqualTo(2023);
    assertThat(told.source().spot().text()).isEqualTo(theirs);
    Report report = collection.report("枣河镇", 2023);
    assertThat(report.paragraphs()).contains(told.source().spot().paragraph());

    String changed = theirs.replace("，", "，很快");
    SelfChecked.Sentence alike = of(check("一、主要做法\n" + changed), changed);
    assertThat(alike.kind()).isEqualTo(SentenceKind.ALIKE);
    assertThat(alike.changed()).hasSize(1);
    assertThat(alike.changed().getFirst().of(alike.spot().paragraph().text())).isEqualTo("很快");
    assertThat(alike.source().changed()).isEmpty();
  }

  private static SelfChecked.Sentence of(SelfChecked checked, String text) {
    return checked.sentences().stream()
        .filter(one -> one.spot().text().equals(text))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void saysInHowManyTownsAFormulaStands() {
    SelfChecked.Sentence told = of(check("一、主要做法\n" + FORMULA.getFirst()), FORMULA.getFirst());
    assertThat(told.kind()).isEqualTo(SentenceKind.FORMULA);
    assertThat(told.towns()).isEqualTo(OTHERS.size());
  }

  @Test
  void knowsWhoseTheDraftIsOrIsToldIt() {
    SelfChecked.Own own = check("一、主要做法\n干部带头学法。").own();
    assertThat(own.place()).isEqualTo(new Place(List.of("临溪县"), "柳湾镇"));
    assertThat(own.year()).isEqualTo(2025);
    assertThat(own.lastYear().year()).isEqualTo(2024);
    SelfChecked.Own told =
        check("法治工作总结", "一、主要做法\n干部带头学法。", new Place(List.of(), "枣河镇"), 2024).own();
    assertThat(told.place()).isEqualTo(new Place(List.of("临溪县"), "枣河镇"));
    assertThat(told.lastYear().year()).isEqualTo(2023);
    SelfChecked unknown = check("法治工作总结", "一、主要做法\n干部学习临洮县的做法。", null, null);
    assertThat(unknown.own().place()).isNull();
    assertThat(unknown.own().lastYear()).isNull();
    assertThat(unknown.names()).as("foreign to whom?").isEmpty();
  }

  @Test
  void aYearToComeIsNotTheLastOne() {
    Path reports = folder.resolve("wrong-year");
    Indexed.write(reports, "a.txt", "临溪县错年镇", "2024年", "干部带头学法，月月考试。");
    Indexed.write(reports, "b.txt", "临溪县错年镇", "2042年", "干部带头学法，季季考试。");
    try (Indexed indexed = Indexed.folder(reports, folder.resolve("wrong-year-index"))) {
      Place place = new Place(List.of("临溪县"), "错年镇");
      Report draft = new DraftReading(null).read("法治工作总结\n一、主要做法\n干部带头学法。");
      SelfChecked.Own own = new Whose(indexed.engine(), draft, place, null).own();
      assertThat(own.lastYear().year()).isEqualTo(2024);
    }
  }

  @Test
  void aSentenceWithAnotherTownsNameLeftInComesFromThatTown() {
    String theirs = "枣河镇党委高度重视法治政府建设。";
    SelfChecked checked = check("一、主要做法\n" + theirs + "我镇学习枣河党委的做法。");
    assertThat(of(checked, theirs).kind()).isEqualTo(SentenceKind.FORMULA);
    assertThat(checked.names()).extracting(SelfChecked.LeftName::name).containsExactly("枣河镇");
  }

  @Test
  void findsFiguresThatAreLastYearsAndSuchAsCannotBeRight() {
    String last = "全年开展宣讲36场次，受众4210人次，发放资料900份。";
    Path reports = folder.resolve("figures");
    Indexed.write(reports, "a.txt", "临溪县柳湾镇", "2024年", "一、主要做法\n" + last);
    try (Indexed indexed = Indexed.folder(reports, folder.resolve("figures-index"))) {
      Report draft =
          new DraftReading(null)
              .read(
                  "临溪县柳湾镇2025年法治政府建设情况报告\n一、主要做法\n全年开展宣讲36场次，受众5120人次，发放资料900份。\n"
                      + "受理矛盾纠纷10件，其中婚姻家庭12件。调处成功率105%。排查隐患40处，整改率98%。\n");
      SelfChecked checked =
          new SelfCheck(indexed.engine(), Gazetteer.builtIn().names()).of(draft, null, null);
      assertThat(checked.repeated())
          .extracting(one -> one.spot().text())
          .containsExactly("36场次", "900份");
      assertThat(checked.contradictions())
          .extracting(SelfChecked.Contradiction::message)
          .containsExactly("其中的 12件 多于全部的 10件 ", "105% 超过 100%");
    } catch (SelfCheck.TooLongException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void saysWhatTheDraftIsSilentAbout() {
    SelfChecked checked =
        check("一、主要做法\n给每个村都配了便携投影仪，共12台。\n二、存在的问题\n一是普法形式陈旧，年轻人不爱看。\n二是执法车辆老化，出不了远门。");
    assertThat(checked.missing())
        .extracting(SelfChecked.MissingSection::section)
        .containsExactly(Section.PLANS);
    assertThat(checked.unanswered()).hasSize(2);
    assertThat(checked.silent())
        .extracting(SelfChecked.Spot::text)
        .singleElement()
        .asString()
        .contains("短视频");
  }

  @Test
  void refusesADraftOfEndlessSentences() {
    Report endless = new DraftReading(null).read("柳湾镇2025年法治政府建设情况报告\n" + "干部学法。".repeat(3_000));
    assertThatThrownBy(
            () ->
                new SelfCheck(collection.engine(), Gazetteer.builtIn().names())
                    .of(endless, null, null))
        .isInstanceOf(SelfCheck.TooLongException.class);
  }
}
