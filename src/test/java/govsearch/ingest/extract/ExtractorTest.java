package govsearch.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What the program sees of a worker. */
class ExtractorTest {

  private static final String PAGE =
      "<html><head><meta charset=gb2312><title>网站</title></head><body><p>乌有镇2024年\n法治政府建设情况报告"
          + "<p>一、主要做法<br>开展宣讲3场。<table><tr><td>会议<td>12次</table></body></html>";

  @Test
  void aPageIsReadByAWorkerInItsOwnEncoding() throws RejectedFileException {
    byte[] bytes = PAGE.getBytes(Charset.forName("GBK"));
    FileType type = Extractor.type("a.doc", bytes);
    assertThat(type).isEqualTo(FileType.HTML);
    try (Extractor extractor = new Extractor(Extractor.Settings.usual())) {
      assertThat(extractor.extract(type, bytes).text())
          .isEqualTo("乌有镇2024年法治政府建设情况报告\n一、主要做法\n开展宣讲3场。\n会议 | 12次\n");
    }
  }

  @Test
  void textIsReadWithoutAWorker() throws RejectedFileException {
    byte[] bytes = "乌有镇".getBytes(StandardCharsets.UTF_8);
    try (Extractor extractor = new Extractor(Extractor.Settings.usual())) {
      assertThat(extractor.extract(FileType.TEXT, bytes).text()).isEqualTo("乌有镇");
    }
  }
}
