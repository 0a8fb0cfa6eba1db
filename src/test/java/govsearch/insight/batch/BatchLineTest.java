package govsearch.insight.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class BatchLineTest {

  @Test
  void blankLinesAreCountedAndPassedOver() {
    assertThat(BatchLine.of("法治\r\n\n　网格员 \n  \n执法\n"))
        .containsExactly(new BatchLine(1, "法治"), new BatchLine(3, "网格员"), new BatchLine(5, "执法"));
    assertThat(BatchLine.of("")).isEmpty();
    assertThat(BatchLine.of(List.of(" ", "法治"))).containsExactly(new BatchLine(2, "法治"));
  }
}
