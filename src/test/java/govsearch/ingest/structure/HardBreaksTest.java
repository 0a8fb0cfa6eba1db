package govsearch.ingest.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HardBreaksTest {

  private static final List<String> BROKEN =
      List.of(
          "柳湾镇2024年法治政府建设情况报告",
          "　　一、主要做法",
          "　　全镇把合同示范当作大事来办，由司法所和农经站一道上门，逐",
          "户讲清条款，年内签约面积两万九千亩，清退挂名社员二百四十人，",
          "纠纷少了一半。",
          "　　二、存在问题",
          "　　口头约定还多，老人听得进、记不住，年轻人在外，回来时合",
          "同已经签了。");

  @Test
  void aTextBrokenAtAFixedWidthIsJoined() {
    assertThat(HardBreaks.joined(BROKEN))
        .containsExactly(
            BROKEN.get(0),
            BROKEN.get(1),
            BROKEN.get(2) + BROKEN.get(3) + BROKEN.get(4),
            BROKEN.get(5),
            BROKEN.get(6) + BROKEN.get(7));
  }

  @Test
  void aLongLineShowsThatNothingIsBroken() {
    List<String> lines = new ArrayList<>(BROKEN);
    lines.add("　　三、打算将拜老乡为师，培养能用方言讲法的骨干，每村不少于两名，把条款编成顺口溜，在赶集的日子里反复地讲，讲到人人都能说上几条为止。");
    assertThat(HardBreaks.joined(lines)).isEqualTo(lines);
  }

  @Test
  void withoutIndentationsNothingTellsWhereAParagraphBegins() {
    List<String> lines = BROKEN.stream().map(String::strip).toList();
    assertThat(HardBreaks.joined(lines)).isEqualTo(lines);
  }

  @Test
  void shortLinesBelowEachOtherStay() {
    List<String> cells = List.of("　　序号", "　　类别", "　　件数", "行政处罚案件", "二十二");
    assertThat(HardBreaks.joined(cells)).isEqualTo(cells);
  }
}
