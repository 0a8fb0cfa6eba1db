package govsearch.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What programs read that open the files. */
class TableTest {

  private static final List<Column> COLUMNS =
      List.of(new Column("town", "乡镇"), new Column("year", "年度"), new Column("text", "段落"));

  private static byte[] written(TableFormat format, List<?>... rows) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    TableWriter table = format.open(out, "检索结果", COLUMNS);
    for (List<?> row : rows) {
      table.row(row);
    }
    table.finish();
    return out.toByteArray();
  }

  private static String csv(List<?>... rows) throws IOException {
    return new String(written(TableFormat.CSV, rows), StandardCharsets.UTF_8);
  }

  private static List<Row> xlsx(byte[] file, int sheet) throws IOException {
    try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file))) {
      return workbook.getSheet(sheet).orElseThrow().read();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"编号_x0041_与_xFFfe_。", "_x005F_x0041_", "_x004_ _x0041 x0041_"})
  void xlsxKeepsWhatLooksLikeAnEscapedCharacter(String text) throws IOException {
    byte[] file = written(TableFormat.XLSX, List.of(text, 1, "a"));
    // The library reads the text as it stands in the file; a spreadsheet undoes _x005F_.
    String stands = xlsx(file, 0).get(1).getCellText(0);
    assertThat(stands.replace("_x005F_", "_")).isEqualTo(text);
    assertThat(stands.replace("_x005F_", " ")).doesNotContainPattern("_x[0-9a-fA-F]{4}_");
  }

  @Test
  void csvIsQuotedAsRfc4180SaysAndBeginsAsExcelWantsIt() throws IOException {
    assertThat(csv(Arrays.asList("柳湾镇", 2025, "他说\"好\"，\n又说\\n"), Arrays.asList("", null, "a,b")))
        .isEqualTo(
            "\uFEFF\"乡镇\",\"年度\",\"段落\"\r\n"
                + "\"柳湾镇\",2025,\"他说\"\"好\"\"，\n又说\\n\"\r\n"
                + "\"\",\"\",\"a,b\"\r\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+86", "-处理", "@SUM(A1)", "\t=1", "\r=1", "＝1", "＋1", "－1", "＠a"})
  void csvKeepsTextsFromBeingFormulas(String text) throws IOException {
    assertThat(csv(List.of(text, 1, "a=b"))).contains("\"'" + text + "\",1,\"a=b\"");
  }

  @Test
  void jsonlIsAnObjectALine() throws IOException {
    String[] lines =
        new String(
                written(
                    TableFormat.JSONL,
                    Arrays.asList("柳湾镇", 2025, "一\n\"二\""),
                    Arrays.asList(null, null, "=三")),
                StandardCharsets.UTF_8)
            .split("\n");
    JsonNode first = JsonMapper.builder().build().readTree(lines[0]);

    assertThat(lines).hasSize(2);
    assertThat(first.propertyNames()).containsExactly("town", "year", "text");
    assertThat(first.get("year").intValue()).isEqualTo(2025);
    assertThat(first.get("text").asString()).isEqualTo("一\n\"二\"");
    assertThat(lines[1]).isEqualTo("{\"town\":null,\"year\":null,\"text\":\"=三\"}");
  }

  @Test
  void xlsxHasTextsAsTextsAndNumbersAsNumbers() throws IOException {
    byte[] file =
        written(
            TableFormat.XLSX,
            Arrays.asList("=1+1", 2025, "<一>&\"二\"\n\uD840\uDC0B"),
            Arrays.asList(null, 0.5, ""));
    List<Row> rows = xlsx(file, 0);

    assertThat(rows).hasSize(3);
    assertThat(rows.get(0).getCellText(2)).isEqualTo("段落");
    assertThat(rows.get(1).getCellAsString(0)).hasValue("=1+1");
    assertThat(rows.get(1).getCellAsNumber(1).orElseThrow().intValue()).isEqualTo(2025);
    assertThat(rows.get(1).getCellAsString(2)).hasValue("<一>&\"二\"\n\uD840\uDC0B");
    assertThat(rows.get(2).getCellAsNumber(1).orElseThrow().doubleValue()).isEqualTo(0.5);
  }

  @Test
  void xlsxGoesOnInFurtherRowsWhereATextIsTooLongForACell() throws IOException {
    String text = "法".repeat(32_766) + "\uD840\uDC0B" + "治".repeat(40_000);
    List<Row> rows = xlsx(written(TableFormat.XLSX, List.of("柳湾镇", 2025, text)), 0);
    StringBuilder whole = new StringBuilder();
    for (Row row : rows.subList(1, rows.size())) {
      assertThat(row.getCellText(0)).isEqualTo("柳湾镇");
      String cell = row.getCellText(2);
      assertThat(cell.length()).isLessThanOrEqualTo(32_767);
      whole.append(cell.replaceFirst("^（接上行）", ""));
    }
    assertThat(rows).hasSize(4);
    assertThat(whole.toString()).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"CSV", "XLSX", "JSONL"})
  void anEmptyTableIsWholeToo(String format) throws IOException {
    byte[] file = written(TableFormat.valueOf(format));
    switch (TableFormat.valueOf(format)) {
      case CSV -> assertThat(new String(file, StandardCharsets.UTF_8)).endsWith("\"段落\"\r\n");
      case XLSX -> assertThat(xlsx(file, 0)).hasSize(1);
      case JSONL -> assertThat(file).isEmpty();
    }
  }
}
