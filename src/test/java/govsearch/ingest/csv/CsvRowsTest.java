package govsearch.ingest.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Tables as spreadsheets and hands write them. */
class CsvRowsTest {

  private static CsvRows.Row row(int line, String... cells) {
    return new CsvRows.Row(line, List.of(cells));
  }

  @Test
  void rowsHaveTheLinesThatTheyBeginOn() {
    CsvRows read = CsvRows.read("a,b\r\n\r\n1,\"二\r\n三\"\r\n,,\r\n 4 ,\"说“\"\"好\"\"”\"\r\n");

    assertThat(read.rows())
        .containsExactly(row(1, "a", "b"), row(3, "1", "二\r\n三"), row(6, "4", "说“\"好\"”"));
    assertThat(read.broken()).isEmpty();
  }

  @Test
  void tabsSeparateWhereTheHeaderHasThem() {
    assertThat(CsvRows.read("a\tb\n1,5\t2\n").rows())
        .containsExactly(row(1, "a", "b"), row(2, "1,5", "2"));
  }

  @Test
  void brokenQuotationMarksCostTheRowThatHasThem() {
    CsvRows read = CsvRows.read("a,b\n\"x\"y,1\n2,3\n4,\"没有收尾\n5,6\n7,8");

    assertThat(read.rows())
        .containsExactly(row(1, "a", "b"), row(3, "2", "3"), row(5, "5", "6"), row(6, "7", "8"));
    assertThat(read.broken()).containsExactly(2, 4);
  }

  @Test
  void nothingIsNoRow() {
    assertThat(CsvRows.read("").rows()).isEmpty();
    assertThat(CsvRows.read("\n\n").rows()).isEmpty();
  }

  @Test
  void whatIsHopelesslyBrokenIsGivenUp() {
    CsvRows read = CsvRows.read("a,b\n" + "\"x\"y,1\n".repeat(500));

    assertThat(read.rows()).containsExactly(row(1, "a", "b"));
    assertThat(read.broken()).hasSize(100);
  }
}
