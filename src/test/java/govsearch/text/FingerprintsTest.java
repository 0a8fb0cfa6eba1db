package govsearch.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FingerprintsTest {

  private final Fingerprints liuwan = new Fingerprints(List.of("临溪县", "柳湾镇"));
  private final Fingerprints shuangtong = new Fingerprints(List.of("澜沙区", "双桐镇"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "柳湾镇全年排查矛盾纠纷31件。 | 双桐镇全年排查矛盾纠纷109件。",
        "一是压实柳湾镇各方责任，形成合力。 | 三是压实双桐镇各方责任，形成合力。",
        "（一）把法治柳湾建设摆在前头。 | (二)把法治双桐建设摆在前头。",
        "执法人员上门检查一律亮证 ，一律留痕。 | 執法人員上門檢查一律亮證,一律留痕。",
        "化解率96.3%，群众满意。 | 化解率８８%，群众满意。",
      })
  void areEqualButForFiguresOwnNamesNumberingAndWriting(String one, String other) {
    assertThat(liuwan.paragraph(one)).isEqualTo(shuangtong.paragraph(other));
    assertThat(liuwan.sentences(one).getFirst().fingerprint())
        .isEqualTo(shuangtong.sentences(other).getFirst().fingerprint());
  }

  @Test
  void differWhereTheTextSaysSomethingElse() {
    assertThat(liuwan.paragraph("全年排查矛盾纠纷31件。")).isNotEqualTo(liuwan.paragraph("全年化解矛盾纠纷31件。"));
    // Another report's place is content: only its own name is masked.
    assertThat(liuwan.paragraph("到双桐镇学习合同审核的做法。")).isNotEqualTo(liuwan.paragraph("到柳湾镇学习合同审核的做法。"));
  }

  @Test
  void leaveOutSentencesTooShortToRecognise() {
    String text = "成效明显。执法人员上门检查一律亮证。";
    List<Fingerprints.Sentence> sentences = liuwan.sentences(text);
    assertThat(sentences).hasSize(1);
    assertThat(sentences.getFirst().at().of(text)).isEqualTo("执法人员上门检查一律亮证。");
  }
}
