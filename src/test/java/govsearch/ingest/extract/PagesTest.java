package govsearch.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages as sites and browsers leave them. */
class PagesTest {

  private static final Extractor EXTRACTOR = new Extractor(Extractor.Settings.usual());
  private static final String ARTICLE = "<p>乌有镇2024年法治政府建设情况报告</p><p>全年宣讲28场次，发放挂图3200份。</p>";

  @AfterAll
  static void end() {
    EXTRACTOR.close();
  }

  @Test
  void readsAnArticleThatAProgramOfThePageShowsLater() throws RejectedFileException {
    String page =
        "<body><div id=js_content style='visibility: hidden; opacity: 0'>"
            + ARTICLE
            + "</div><p>喜欢此内容的人还喜欢</p></body>";
    assertThat(html(page)).contains("全年宣讲28场次，发放挂图3200份。");
  }

  @Test
  void doesNotReadAWindowThatIsInvisibleBesideTheText() throws RejectedFileException {
    String page = "<body><div style='visibility:hidden'>登录后可以评论</div>" + ARTICLE + "</body>";
    assertThat(html(page)).hasSize(2).doesNotContain("登录后可以评论");
  }

  @Test
  void doesNotTakeTheTabsTitleForTextBehindAByteOrderMark() throws RejectedFileException {
    String page =
        "\uFEFF<!DOCTYPE html><html><head><title>报告_政务公开_某某网站</title></head><body>"
            + ARTICLE
            + "</body></html>";
    assertThat(html(page)).first().isEqualTo("乌有镇2024年法治政府建设情况报告");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p>抱歉，您访问的页面不存在或已删除！</p><p>3秒后自动返回首页</p>",
        "<h1>404 Not Found</h1><hr>nginx",
        "<h1>403 Forbidden</h1>",
        "<p>系统维护中，请稍后再试</p>",
        "<p>该文章已被删除</p>",
      })
  void refusesWhatASiteAnswersWhereThePageIsGone(String body) {
    byte[] bytes = ("<html><body>" + body + "</body></html>").getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> EXTRACTOR.extract(Extractor.type("报告.docx", bytes), bytes))
        .isInstanceOf(RejectedFileException.class)
        .hasMessageContaining("出错页");
  }

  @Test
  void readsAShortReportThatSpeaksOfPages() throws RejectedFileException {
    assertThat(html("<p>全年公开信息404条，网站页面更新12次。</p>")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"<main@x>\"", "<main@x>", "\"main@x\""})
  void aPageSavedAsOneFileBeginsWhereItsHeaderSays(String start) throws RejectedFileException {
    String part =
        "--B\r\nContent-Type: text/html; charset=utf-8\r\nContent-ID: <%s>\r\n\r\n<p>%s</p>\r\n";
    String mht =
        "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"B\"; start="
            + start
            + "; type=\"text/html\"\r\n\r\n"
            + part.formatted("frame@x", "框架")
            + part.formatted("main@x", "正文")
            + "--B--\r\n";
    assertThat(text("a.mht", mht)).containsExactly("正文");
  }

  @Test
  void aPageWhoseHeaderNamesAPartThatIsNotThereIsReadFromItsFirst() throws RejectedFileException {
    String mht =
        "MIME-Version: 1.0\r\n"
            + "Content-Type: multipart/related; boundary=\"B\"; start=\"<gone>\"\r\n\r\n"
            + "--B\r\n"
            + "Content-Type: text/html; charset=utf-8\r\n\r\n"
            + "<p>正文</p>\r\n"
            + "--B--\r\n";
    assertThat(text("a.mht", mht)).containsExactly("正文");
  }

  private static List<String> html(String page) throws RejectedFileException {
    return text("a.html", page);
  }

  private static List<String> text(String name, String file) throws RejectedFileException {
    byte[] bytes = file.getBytes(StandardCharsets.UTF_8);
    return EXTRACTOR.extract(Extractor.type(name, bytes), bytes).text().lines().toList();
  }
}
