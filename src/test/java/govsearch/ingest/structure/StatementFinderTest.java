package govsearch.ingest.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatementFinderTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "一是学；/二是讲；/三是用。",
        "一要学；/二要讲；/三要用。",
        "一方面学；/二方面讲。",
        "其一，学；/其二，讲；/其三，用。",
        "第一，学；/第二，讲；/第三，用。",
        "第一是学；/第二是讲。",
        "（一）学；/（二）讲；/（三）用。",
        "(一)学；/(二)讲。",
        "1.学；/2.讲；/3.用。",
        "1、学；/2、讲；/3、用。",
        "１．学；/２．讲。",
        "（1）学；/（2）讲；/（3）用。",
        "1）学；/2）讲；/3）用。",
        "①学/②讲/③用",
        "⑴学；/⑵讲。",
        "首先，学。/其次，讲。/最后，用。",
      })
  void everyFormOfCountingDividesAParagraph(String divided) {
    assertThat(statements(divided.replace("/", ""))).containsExactly(divided.split("/"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "全镇统一是关键，唯一是一本旧簿，二是没有来由。",
        "一是学。",
        "二是讲；三是用。",
        "结合4.15、12.4开展宣讲，1.5万人次参加。",
        "一个村说东，另一个村说西；逢五、逢十是放水日。",
        "原因之一是散失，之二不好说。",
        "共有1、2、3号楼。",
        "全市第一，第二年还会再来。",
        "另一方面，还要学。",
      })
  void whatOnlyLooksLikeCountingDividesNothing(String paragraph) {
    assertThat(statements(paragraph)).containsExactly(paragraph);
  }

  @Test
  void aLeadInThatSaysSomethingIsAStatementAndAnAnnouncementIsNone() {
    assertThat(statements("工作还有差距。一是学得少；二是讲得少。")).containsExactly("工作还有差距。", "一是学得少；", "二是讲得少。");
    assertThat(statements("做法如下：一是学；二是讲。")).containsExactly("一是学；", "二是讲。");
  }

  @Test
  void aNumberBeginsWithAHotlineOrAYear() {
    assertThat(statements("主要有：1.设备缺乏。2.12345热线办理慢。3.2023年的案卷不齐。"))
        .containsExactly("1.设备缺乏。", "2.12345热线办理慢。", "3.2023年的案卷不齐。");
  }

  @Test
  void whatGoesFromOneThingToTheNextDividesAParagraph() {
    assertThat(statements("比如，人手少，全镇仅3人；再比如，经费紧；另外，形式旧。"))
        .containsExactly("比如，人手少，全镇仅3人；", "再比如，经费紧；", "另外，形式旧。");
    assertThat(statements("工作还有差距，例如人手少；又如经费紧。此外，形式旧。"))
        .containsExactly("工作还有差距，例如人手少；", "又如经费紧。", "此外，形式旧。");
    assertThat(statements("工作还有差距。比如，人手少；还有，经费紧。"))
        .containsExactly("工作还有差距。", "比如，人手少；", "还有，经费紧。");
    assertThat(statements("比如人手少、经费紧。")).containsExactly("比如人手少、经费紧。");
    assertThat(statements("全年培训6次。另外，办案3件。")).containsExactly("全年培训6次。另外，办案3件。");
    assertThat(statements("一是学，比如集中学；再比如自学。二是讲。")).containsExactly("一是学，比如集中学；再比如自学。", "二是讲。");
  }

  @Test
  void aRunInHeadingAloneIsNoStatement() {
    String paragraph = "（一）主要问题。一是学得少；二是讲得少。";
    int textStart = "（一）主要问题。".length();
    assertThat(cut(paragraph, textStart)).containsExactly("一是学得少；", "二是讲得少。");
  }

  @Test
  void whatCountsInsideAnItemDoesNotDivideIt() {
    assertThat(statements("1.学。一是集中学；二是自学。2.讲。一是进村；二是入户。"))
        .containsExactly("1.学。一是集中学；二是自学。", "2.讲。一是进村；二是入户。");
    assertThat(statements("一是学：（1）集中；（2）自学。二是讲。")).containsExactly("一是学：（1）集中；（2）自学。", "二是讲。");
  }

  @Test
  void countingMayBeginAnew() {
    assertThat(statements("一是学得少；二是讲得少。下一步，一是多学；二是多讲；三是多用。"))
        .containsExactly("一是学得少；", "二是讲得少。下一步，", "一是多学；", "二是多讲；", "三是多用。");
  }

  private static List<String> statements(String paragraph) {
    return cut(paragraph, 0);
  }

  private static List<String> cut(String paragraph, int textStart) {
    return StatementFinder.find(paragraph, textStart).stream()
        .map(range -> range.of(paragraph))
        .toList();
  }
}
