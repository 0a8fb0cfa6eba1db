package govsearch.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class MatterSentencesTest {

  private static final MatterSentences TWO =
      MatterSentences.parse("# 注\n事由：甲\n例：工资拖了半年\n例：老板跑了\n\n事由：乙\n例：狗不拴绳\n");

  @Test
  void aTextIsAboutWhatTheSentencesThatItIsLikeTellOf() {
    assertThat(TWO.matters()).isEqualTo(2);
    double[] wages = TWO.about("年底工资没有着落，老板电话打不通");
    assertThat(wages[0]).isPositive();
    assertThat(wages[1]).isZero();
    double[] dog = TWO.about("大狗不拴就牵出来");
    assertThat(dog[1]).isPositive().isGreaterThan(dog[0]);
  }

  @Test
  void aTextOfAnotherWorldIsAboutNothing() {
    assertThat(TWO.about("红烧排骨要先焯水")).containsOnly(0);
    assertThat(TWO.about("")).containsOnly(0);
  }

  @Test
  void whatIsInNoKnownFormIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> MatterSentences.parse("例：甲"));
    assertThatIllegalArgumentException().isThrownBy(() -> MatterSentences.parse("事由：甲\n词：乙"));
    assertThatIllegalArgumentException()
        .as("its sentences stand together")
        .isThrownBy(() -> MatterSentences.parse("事由：甲\n例：乙\n事由：甲\n例：丙"));
  }

  @Test
  void ourOwnSayNothingTwice() {
    List<MatterSentences.Sentence> all = MatterSentences.builtIn().all();
    assertThat(MatterSentences.builtIn().matters()).isGreaterThan(100);
    assertThat(all).hasSizeGreaterThan(1000);
    assertThat(new HashSet<>(all.stream().map(MatterSentences.Sentence::text).toList()))
        .hasSameSizeAs(all);
  }
}
