package govsearch.insight.concordance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ConcordanceLineTest {

  @Test
  void contextIsAsLongAsAskedForAndEndsWithTheParagraph() {
    ConcordanceLine line = Lines.of("每村都有[法律明白人]，全年调解");

    assertThat(line.match()).isEqualTo("法律明白人");
    assertThat(line.left(2)).isEqualTo("都有");
    assertThat(line.right(3)).isEqualTo("，全年");
    assertThat(line.left(200)).isEqualTo("每村都有");
    assertThat(line.right(200)).isEqualTo("，全年调解");
    assertThat(line.left(0) + line.right(0)).isEmpty();
  }

  @Test
  void contextIsNeverCutWithinACharacter() {
    ConcordanceLine line = Lines.of("甲\uD840\uDC0B[乙]\uD840\uDC0B丙");

    assertThat(line.left(1)).isEqualTo("\uD840\uDC0B");
    assertThat(line.right(1)).isEqualTo("\uD840\uDC0B");
    assertThat(line.around().reversedLeft(2)).isEqualTo("\uD840\uDC0B甲");
  }

  @Test
  void comparesLiteralTextWithoutQuotationMarks() {
    ConcordanceLine line = Lines.of("有 “[法律明白人]” 培養　工程ＡＢ");

    assertThat(line.around().right(60)).isEqualTo("培养工程ab");
    assertThat(line.around().reversedLeft(60)).isEqualTo("有");
  }
}
