package govsearch.ingest.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import govsearch.ingest.extract.RejectedFileException;
import org.junit.jupiter.api.Test;

class LinesTest {

  @Test
  void linesEndAtEveryKindOfBreak() throws RejectedFileException {
    assertThat(Lines.of("一\n二\r\n三\r四\u2028五\u2029六\u0085七\f八"))
        .containsExactly("一", "二", "三", "四", "五", "六", "七", "八");
  }

  @Test
  void indentationAndEmptyLinesAreDropped() throws RejectedFileException {
    assertThat(Lines.of("\uFEFF\n\n\u3000\u3000第一段。\u00A0 \n \u3000\n\t第二段。"))
        .containsExactly("第一段。", "第二段。");
  }

  @Test
  void whatConvertersLeaveBehindIsDropped() throws RejectedFileException {
    assertThat(Lines.of("[bookmark: _GoBack]2024年以来\n[bookmark: _Toc1]\n法治[bookmark: x]政府"))
        .containsExactly("2024年以来", "法治政府");
    assertThat(Lines.of("法\u200B治\u0007\u00AD政\u200E府\uFEFF")).containsExactly("法治政府");
  }

  @Test
  void whatIsInsideALineStaysAsWritten() throws RejectedFileException {
    assertThat(Lines.of("来文［2024］ 3 号\t[1]　“普法”")).containsExactly("来文［2024］ 3 号\t[1]　“普法”");
    assertThat(Lines.of("[bookmark: 没有结束")).containsExactly("[bookmark: 没有结束");
  }

  @Test
  void moreLinesThanAnyReportHasAreRefusedBeforeAllAreCut() throws RejectedFileException {
    assertThat(Lines.of("x\n".repeat(Lines.MOST))).hasSize(Lines.MOST);
    assertThat(Lines.of("\n".repeat(1_000_000) + "x")).containsExactly("x");
    assertThatExceptionOfType(RejectedFileException.class)
        .isThrownBy(() -> Lines.of("x\n".repeat(5_000_000)))
        .satisfies(e -> assertThat(e.reason()).contains("20000 行"));
  }
}
