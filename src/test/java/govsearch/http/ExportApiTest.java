package govsearch.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MappingIterator;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvSchema;

/** {@code GET export} over HTTP: all that a search or a concordance has, and nothing else. */
class ExportApiTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static RunningServer server;

  @BeforeAll
  static void start() {
    server = RunningServer.overSamples();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static byte[] export(String... namesAndValues) {
    HttpResponse<byte[]> answer =
        server.get("/api/v1/export?" + RunningServer.query(namesAndValues));
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer.body();
  }

  private static List<JsonNode> jsonl(String... namesAndValues) {
    List<String> all = new ArrayList<>(List.of(namesAndValues));
    all.addAll(List.of("format", "jsonl"));
    return new String(export(all.toArray(String[]::new)), StandardCharsets.UTF_8)
        .lines()
        .map(JSON::readTree)
        .toList();
  }

  private static List<Map<String, String>> csv(String... namesAndValues) {
    String text = new String(export(namesAndValues), StandardCharsets.UTF_8);
    assertThat(text).startsWith("\uFEFF");
    try (MappingIterator<Map<String, String>> rows =
        CsvMapper.builder()
            .build()
            .readerForMapOf(String.class)
            .with(CsvSchema.emptySchema().withHeader())
            .readValues(new StringReader(text.substring(1)))) {
      return rows.readAll();
    }
  }

  /** Each page of a list, one after the other. */
  private static List<JsonNode> pages(String path, String list, String... namesAndValues) {
    List<JsonNode> all = new ArrayList<>();
    String asked = path + "?" + RunningServer.query(namesAndValues);
    JsonNode page = server.json(asked);
    while (true) {
      page.get(list).values().forEach(all::add);
      if (page.get("nextCursor").isNull()) {
        return all;
      }
      page = server.json(asked + "&cursor=" + page.get("nextCursor").asString());
    }
  }

  @Test
  void aSearchIsExportedWholeAndInItsOrder() {
    for (String sort : List.of("relevance", "newest", "town")) {
      String[] asked = {"q", "执法", "sort", sort, "year", "-2021", "fold", "true"};
      List<String> ids =
          pages("/api/v1/search", "hits", asked).stream()
              .map(hit -> hit.get("reportId").asString() + "." + hit.get("paragraphId").asString())
              .toList();
      assertThat(ids).hasSizeGreaterThan(20);
      List<String> all = new ArrayList<>(List.of(asked));
      all.addAll(List.of("columns", "report_id,paragraph_id"));
      assertThat(jsonl(all.toArray(String[]::new)))
          .extracting(
              row -> row.get("report_id").asString() + "." + row.get("paragraph_id").asString())
          .isEqualTo(ids);
    }
  }

  @Test
  void aConcordanceIsExportedWholeAndInItsOrder() {
    for (String sort : List.of("left", "right", "year", "town")) {
      List<JsonNode> lines =
          pages("/api/v1/concordance", "lines", "q", "执法", "sort", sort, "context", "9");
      assertThat(
              jsonl("of", "concordance", "q", "执法", "sort", sort, "context", "9").stream()
                  .map(
                      row ->
                          List.of(
                              row.get("left"), row.get("match"), row.get("right"), row.get("year")))
                  .toList())
          .isEqualTo(
              lines.stream()
                  .map(
                      line ->
                          List.of(
                              line.get("left"),
                              line.get("match"),
                              line.get("right"),
                              line.get("year")))
                  .toList());
    }
  }

  @Test
  void everyRowHasTheQueryAndALinkThatLeadsToItsParagraph() {
    List<Map<String, String>> rows =
        csv("q", "“法律明白人”", "columns", "段落编号,report_id，text、section", "sort", "oldest");
    assertThat(rows).isNotEmpty();
    for (Map<String, String> row : rows) {
      assertThat(row.keySet()).containsExactly("段落编号", "报告编号", "段落", "章节", "检索式", "链接");
      assertThat(row.get("检索式")).isEqualTo("“法律明白人”");
      JsonNode cited = server.json("/api/v1/paragraphs/" + row.get("报告编号") + "." + row.get("段落编号"));
      assertThat(row.get("链接")).isEqualTo(cited.get("permalink").asString());
      assertThat(row.get("段落")).isEqualTo(cited.at("/paragraph/text").asString());
    }
  }

  @Test
  void whatTheQueryWouldBeAsAFormulaIsAText() {
    assertThat(csv("q", "-法治 section:引言").getFirst().get("检索式")).isEqualTo("'-法治 section:引言");
  }

  @Test
  void everyColumnThereIsCanBeHad() {
    for (ExportColumn.Of of : ExportColumn.Of.values()) {
      List<String> columns =
          java.util.Arrays.stream(ExportColumn.values())
              .filter(of::has)
              .map(ExportColumn::code)
              .toList();
      List<JsonNode> rows =
          jsonl("of", of.code(), "q", "“法律明白人”", "columns", String.join(",", columns));
      assertThat(rows).isNotEmpty();
      assertThat(rows.getFirst().propertyNames()).containsExactlyElementsOf(columns);
    }
  }

  @Test
  void aWorkbookHasTheSameRows() throws IOException {
    byte[] file = export("q", "执法", "format", "xlsx", "columns", "town,year,text");
    List<Map<String, String>> rows = csv("q", "执法", "columns", "town,year,text");
    try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file))) {
      var read = workbook.getFirstSheet().read();
      assertThat(read).hasSize(rows.size() + 1);
      for (int i = 0; i < rows.size(); i++) {
        assertThat(read.get(i + 1).getCellText(0)).isEqualTo(rows.get(i).get("乡镇"));
        assertThat(read.get(i + 1).getCellText(1)).isEqualTo(rows.get(i).get("年度"));
        assertThat(read.get(i + 1).getCellText(2)).isEqualTo(rows.get(i).get("段落"));
      }
    }
  }

  @Test
  void aWorkbookIsReadAsItIs(@TempDir Path folder) throws IOException {
    byte[] file = export("q", "执法", "year", "2025", "section", "-plans", "format", "xlsx");
    try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file))) {
      assertThat(workbook.getFirstSheet().getName()).isEqualTo("检索结果");
      var rows = workbook.getFirstSheet().read();
      List<String> headings = rows.getFirst().stream().map(cell -> cell.getText()).toList();
      assertThat(headings).contains("省份", "城市", "段落序号", "检索条件");
      assertThat(rows.get(1).getCellText(headings.indexOf("检索条件")))
          .isEqualTo(
              "匹配方式：全部词语；年度：2025；排除章节：计划；收藏版本："
                  + server.json("/api/v1/library").get("edition").asString());
    }
    Path kept = Files.write(folder.resolve("kept.xlsx"), file);
    String sheet = entry(kept, "xl/worksheets/sheet1.xml");
    assertThat(sheet).contains("<hyperlink ").doesNotContain("width=\"255");
    assertThat(entry(kept, "xl/styles.xml")).contains("wrapText=\"true\"");
  }

  private static String entry(Path file, String name) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      return new String(
          zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @ParameterizedTest
  @CsvSource({"csv, text/csv; charset=utf-8", "jsonl, application/jsonl"})
  void nothingFoundIsAWholeFileToo(String format, String type) {
    HttpResponse<byte[]> answer =
        server.get("/api/v1/export?format=" + format + "&" + RunningServer.query("q", "没有人这样写"));
    assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
        .isEqualToIgnoringCase(type);
    assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
        .startsWith("attachment; filename=\"govsearch." + format);
    assertThat(new String(answer.body(), StandardCharsets.UTF_8).lines().count())
        .isEqualTo(format.equals("csv") ? 1 : 0);
  }

  @Test
  void headTellsTheNameWithoutMakingTheFile() {
    HttpResponse<byte[]> answer = server.ask("HEAD", "/api/v1/export?q=a&format=xlsx");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow()).contains(".xlsx");
    assertThat(answer.body()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "of=reports, search、concordance",
    "format=xls, csv、xlsx、jsonl",
    "columns=town;year, 可用：town 乡镇",
    "'columns=town,', 没有名为",
    "'columns=town,town', 重复",
    "columns=left, 没有名为 left",
    "of=concordance&columns=formula_share, 没有名为 formula_share",
    "sort=left, relevance",
    "of=concordance&sort=relevance, left、right、year、town",
    "size=10, size",
    "cursor=x, cursor",
  })
  void whatCannotBeMeantIsRefused(String parameters, String detail) {
    HttpResponse<byte[]> answer = server.get("/api/v1/export?" + parameters.replace(";", "%3B"));
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("Content-Disposition")).isEmpty();
    assertThat(RunningServer.json(answer).get("detail").asString()).contains(detail);
  }

  @Test
  void aProtocolThatCannotTellAPartFromTheWholeIsRefused() {
    RawAnswer answer =
        server.raw(
            "GET /api/v1/export?q=a HTTP/1.0\r\nHost: localhost\r\n\r\n"
                .getBytes(StandardCharsets.US_ASCII));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().get("detail").asString()).contains("HTTP/1.1");
  }
}
