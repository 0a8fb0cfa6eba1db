package govsearch.ingest.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignaturesTest {

  private static final String TEXT = "全镇一年来开展宣讲十余场。";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "乌有镇人民政府\n2024年12月20日",
        "中共乌有镇委员会\n乌有镇人民政府\n2025年1月8日",
        "乌有镇人民政府（盖章）\n2024 年 12 月 20 日",
        "2024年12月20日\n乌有镇人民政府",
        "乌有镇人民政府 2024年12月20日",
        "乌有街道办事处，2024年12月20日",
        "2024年12月20日",
        "（2024年12月20日）",
        "二〇二四年十二月二十日",
        "二○二五年一月",
        "2024.12.20",
        "2024-12-20",
        "乌有镇人民政府",
        "乌有镇党委、政府\n２０２４年１２月２８日",
      })
  void whatClosesAReportIsItsSignature(String signature) {
    List<String> text = new ArrayList<>(Collections.nCopies(6, TEXT));
    text.addAll(List.of(signature.split("\n")));
    assertThat(Signatures.find(text).stream()).containsExactlyElementsOf(from(6, text.size()));
  }

  @Test
  void aSignatureStandsBeforeWhatIsAttached() {
    List<String> text = new ArrayList<>(List.of(TEXT, "乌有镇人民政府", "2024年12月20日", "附件1"));
    text.addAll(Collections.nCopies(40, "宣讲活动"));
    assertThat(Signatures.find(text).stream()).containsExactly(1, 2);
    List<String> dateOnly = new ArrayList<>(List.of(TEXT, "2024年12月20日", "附件：清单"));
    dateOnly.addAll(Collections.nCopies(40, "宣讲活动"));
    assertThat(Signatures.find(dateOnly).stream()).containsExactly(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "三是完成时限：2025年6月30日",
        "截至2024年12月20日",
        "会议于2024年12月20日召开。",
        "一、乌有镇",
        "（一）健全委员会",
        "全镇一年来开展宣讲十余场，成立乌有镇人民政府。",
      })
  void aLineThatOnlyMentionsADateOrIssuerSignsNothing(String line) {
    List<String> text = new ArrayList<>(Collections.nCopies(6, TEXT));
    text.add(line);
    assertThat(Signatures.find(text).stream()).isEmpty();
  }

  @Test
  void aDateInTheMiddleOfATableSignsNothing() {
    List<String> text = new ArrayList<>(Collections.nCopies(30, TEXT));
    text.set(5, "2024年3月15日");
    assertThat(Signatures.find(text).stream()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"附件", "附件1", "附件2：清单", "附 件", "附表", "附：活动照片", "附件：1.清单"})
  void whatIsAttachedIsRecognised(String line) {
    assertThat(Signatures.isAttachment(line)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"附近村民", "附件审核由司法所负责", "附则", "附条件"})
  void whatOnlyBeginsLikeItIsNot(String line) {
    assertThat(Signatures.isAttachment(line)).isFalse();
  }

  private static List<Integer> from(int start, int end) {
    return java.util.stream.IntStream.range(start, end).boxed().toList();
  }
}
