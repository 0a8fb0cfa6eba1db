package govsearch.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantitiesTest {

  /** Value, unit, and what is not as usual. */
  private static String read(String text) {
    return Quantities.of(text).stream().map(QuantitiesTest::shown).collect(Collectors.joining(" "));
  }

  private static String shown(Quantity quantity) {
    String range = quantity.upTo().compareTo(quantity.value()) == 0 ? "" : ".." + quantity.upTo();
    String kind = quantity.kind() == Quantity.Kind.COUNT ? "" : ":" + quantity.kind().code();
    String vague =
        quantity.vagueness() == Quantity.Vagueness.EXACT ? "" : "~" + quantity.vagueness().code();
    return quantity.value() + range + quantity.normalUnit() + kind + vague;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "培养带头人63名|63人",
        "调解员５６位|56人",
        "化解邻里争执1,204起|1204件",
        "到场两百余人次|200人次~more",
        "发放折页1400余份|1400份~more",
        "受益的有千余人次|1000人次~more",
        "数十名青年|10人~about",
        "十几场讲座|10场~about",
        "办结率达97.5%|97.5%:rate",
        "好评率95％以上|95%:rate~more",
        "百分之八十的村|80%:rate",
        "近三成的摊主|30%:rate~nearly",
        "三成半|35%:rate",
        "三分之二的院落|66.7%:rate",
        "过半商户|50%:rate~more",
        "上升2.5个百分点|2.5个百分点:rate",
        "拨付经费12.5万元|125000元:money",
        "筹措30余万元|300000元:money~more",
        "补助1200元|1200元:money",
        "每村3至5名联络员|3..5人",
        "8-10场宣讲|8..10场",
        "约20户|20户~about",
        "不少于4次|4次~more",
        "不超过3件|3件~less",
        "不到10人|10人~nearly",
        "20人左右|20人~about",
        "50户以上|50户~more",
        "1.2万人次|12000人次",
        "培训3万5000人|35000人",
        "受教育1万2000余人次|12000人次~more",
        "1万2千余人次|12000人次~more",
        "投入1亿2350.5万元|123505000元:money",
        "投入1亿2350余万元|123500000元:money~more",
        "每年1万2千至1万5000件|12000..15000件",
        "配备一名驻村干部|1人",
        "镇、村两级|2级",
        "十五名网格骨干|15人",
        "宣讲6场、走访12户|6场 12户",
        "答疑 3 次|3次",
      })
  void readsFiguresWithTheirUnits(String text, String expected) {
    assertThat(read(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2025年12月9日",
        "第3次会议",
        "第二十条",
        "（一）加强领导",
        "1.抓普法",
        "镇发〔2024〕12号",
        "“三项制度”",
        "三项制度",
        "“一站式”服务",
        "一村一顾问",
        "一件事一次办",
        "四位一体",
        "“八五”普法",
        "两个维护",
        "千家万户",
        "3千12345人",
        "3万五千人",
        "一次性告知",
        "3个月内",
        "15个工作日",
        "24小时值守",
        "5A级景区",
        "热线12345",
        "1+3+N机制",
        "作为一名党员",
        "百姓",
        "同一个目标",
        "十次全会",
        "高效办成一件事",
        "成立小组",
        "村规民约",
        "最多跑一次",
      })
  void whatIsNoFigureIsNotRead(String text) {
    assertThat(Quantities.of(text)).isEmpty();
  }

  @Test
  void aNounBeforeIsNoVagueness() {
    assertThat(read("修订村规民约6次")).isEqualTo("6次");
    assertThat(read("在原有基础上6次修订")).isEqualTo("6次");
  }

  @Test
  void marksTheFigureWithWhatMakesItVague() {
    String text = "全年走访约 1,200 余户 以上，其余不计";
    List<Quantity> found = Quantities.of(text);
    assertThat(found).hasSize(1);
    assertThat(found.getFirst().at().of(text)).isEqualTo("约 1,200 余户 以上");
  }
}
