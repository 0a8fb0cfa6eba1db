package govsearch.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PagesTest {

  private static final Path WEB = Path.of("web");

  private static Pages pages(Path folder, String frame, String page) throws IOException {
    Files.writeString(folder.resolve("frame.html"), frame);
    Files.writeString(Files.createDirectories(folder.resolve("pages")).resolve("a.html"), page);
    return new Pages(folder);
  }

  @Test
  void aPageIsPutIntoTheFrame(@TempDir Path folder) throws IOException {
    Pages pages =
        pages(
            folder,
            "<title>{{title}}</title>{{head}}<b{{class}} {{main}} {{skip}}>{{body}}",
            "title: 甲\nmain: here\nclass: wide\nstyle: one\nscript: two\n\n<p>{{body}} $1</p>\n");
    assertThat(pages.names()).containsExactly("a.html");
    assertThat(pages.html("a.html"))
        .isEqualTo(
            "<title>甲 - 法治政府报告检索</title>"
                + "<link rel=\"stylesheet\" href=\"/css/one.css\">\n"
                + "<script type=\"module\" src=\"/js/two.js\"></script>\n"
                + "<b class=\"wide\" here 跳到正文><p>{{body}} $1</p>\n");
  }

  @Test
  void whatAPageHasNotIsLeftOutOfTheFrame(@TempDir Path folder) throws IOException {
    String frame = "{{#keys}}<dl>{{keys}}</dl>{{/keys}}{{#copies}}copy{{/copies}}";
    assertThat(pages(folder, frame, "main: here\n\n").html("a.html")).isEmpty();
    assertThat(pages(folder, frame, "key: a | b\ncopies: yes\n\n").html("a.html"))
        .contains("<dt>a</dt><dd>b</dd>", "copy");
  }

  @Test
  void theLinkToThePageItselfIsMarked(@TempDir Path folder) throws IOException {
    String frame = "<a data-nav href=\"/a.html\"></a><a data-nav href=\"/b.html\"></a>";
    assertThat(pages(folder, frame, "main: here\n\n").html("a.html"))
        .isEqualTo("<a aria-current=\"page\" href=\"/a.html\"></a><a href=\"/b.html\"></a>");
  }

  @Test
  void aPageThatIsWrittenWronglyIsRefused(@TempDir Path folder) throws IOException {
    Pages wrong = pages(folder, "", "title 甲\n\n<p>");
    assertThatIllegalStateException().isThrownBy(() -> wrong.html("a.html"));
    Pages endless = pages(folder, "", "title: 甲\n<p>");
    assertThatIllegalStateException().isThrownBy(() -> endless.html("a.html"));
  }

  @Test
  void everyPageOfOursIsWholeAndLeadsToAllThatItsNavigationNames() throws IOException {
    Pages ours = new Pages(WEB);
    assertThat(ours.names()).hasSizeGreaterThan(12).contains("index.html", "report.html");
    for (String name : ours.names()) {
      String html = ours.html(name);
      assertThat(html).as(name).doesNotContain("{{", "data-nav").endsWith("</html>\n");
      assertThat(count(html, "<main")).as(name).isEqualTo(1);
      assertThat(count(html, "aria-current=\"page\""))
          .as(name)
          .isEqualTo(List.of("report.html", "town.html").contains(name) ? 0 : 1);
      var ids = Pattern.compile(" id=\"([^\"]++)\"").matcher(html).results();
      assertThat(ids.map(found -> found.group(1))).as(name).doesNotHaveDuplicates();
      var main = Pattern.compile("class=\"skip\" href=\"#([^\"]++)\"").matcher(html);
      assertThat(main.find()).isTrue();
      assertThat(html).contains(" id=\"" + main.group(1) + '"');
    }
  }

  private static long count(String text, String part) {
    return Pattern.compile(part, Pattern.LITERAL).matcher(text).results().count();
  }
}
