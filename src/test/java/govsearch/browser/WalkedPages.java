package govsearch.browser;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** Every page and every state of a page that is walked through, and how one gets there. */
abstract class WalkedPages extends BrowserTest {

  private static final String OTHER = System.getProperty("walk.origin", "");

  private static final String DRAFT =
      """
      临溪县青柏坞街道2025年法治政府建设情况报告
      一年来的法治建设情况如下。
      一、主要做法
      （一）普法宣传
      全年开展普法宣传21场次，发放资料1500份。
      学习望岭县长卷镇的经验，受理矛盾纠纷10件，其中邻里纠纷12件。
      鹌鹑坳夜校点读机识字百日行动惠及学员36人。
      二、存在问题
      一是夜校缺老师，山里的学员来不了。
      """;

  private static final String ARTICLE =
      "青柏坞街道2025年的报告说“鹌鹑坳夜校点读机识字百日行动”，另一份说“充实柏青杏力量，开展普法培训多次”，" + "又有一份说“方面人手不足，普法的办法不多”。";

  /** Opens a page at its address, and does what is to be done before a picture is taken. */
  protected record Page(String address, Runnable then) {}

  /** The six hundred reports, or another collection that is served: {@code -Dwalk.origin=…}. */
  @Override
  protected String many() {
    return isOwn() ? super.many() : OTHER;
  }

  private static boolean isOwn() {
    return OTHER.isEmpty();
  }

  protected final Map<String, Page> pages = new LinkedHashMap<>();

  private void add(String name, String address) {
    add(name, address, () -> {});
  }

  private void add(String name, String address, Runnable then) {
    pages.put(name, new Page(address, then));
  }

  private void enter(String text, String answered) {
    browser.seeTestId("query").sendKeys(text, Keys.chord(Keys.CONTROL, Keys.ENTER));
    browser.seeTestId(answered);
  }

  protected void addAll() {
    searchMany("“法律明白人”", "");
    String path = address(0);
    String other = address(1);
    String compared = "/compare.html?a=" + idOf(path) + "&b=" + idOf(other);
    if (isOwn()) {
      searchMany("普法 受益", "");
      add("report-long", address(0));
      add("town", "/towns/示例省/" + countyAndTown());
    }
    add("home", "/");
    add("suggestions", "/", () -> typeInto("普法", "suggestion"));
    add("results", "/?q=法律明白人");
    add("results-opened", "/?q=章节:问题 普法", this::openAll);
    add("export", "/?q=法律明白人", () -> click("export", "export-note"));
    add("results-nobody", "/?q=" + ManyReports.NOBODYS);
    add("results-mistaken", "/?q=(“法律明白人” 年度:二〇二x");
    add("results-filtered", "/?q=普法&year=2024&year=2025&section=achievements&region=示例省/临溪县");
    add("reports", "/?q=法律明白人&view=reports");
    add("lines", "/?q=法律明白人&view=lines");
    add("spread", "/?q=法律明白人&view=spread");
    add("spread-silent", "/?q=法律明白人&view=spread&by=silent");
    add("figures", "/?q=调解&view=figures");
    add("collocates", "/?q=法律明白人&view=words");
    add("distinctive", "/?year=2025&view=words&by=year");
    add("nothing", "/?q=量子计算机");
    add("nothing-filtered", "/?q=普法&year=2024&year=2025&region=示例省/云渚市/临溪县");
    add("report", path);
    add("report-nobody", ofNobody());
    add("report-doubtful", ofWrongYear());
    add("report-gone", path.replaceAll("#.*", "#aaaaaaaa~4"));
    add("similar", "/similar.html?text=人手不足，普法的办法不多");
    add("similar-empty", "/similar.html");
    add("compare-empty", "/compare.html");
    add("compare", compared);
    add("compare-one", "/compare.html?b=" + idOf(path));
    add("trend-empty", "/trend.html");
    add("trend", "/trend.html?q=普法&q=调解&q=法律明白人");
    add("batch-empty", "/batch.html");
    add("batch", "/batch.html?q=普法%0A“法律明白人”%0A量子计算机%0A调解", () -> browser.seeTestId("batch-row"));
    add("matrix-empty", "/matrix.html");
    add(
        "matrix",
        "/matrix.html?region=示例省/临溪县&year=2024&deadline=2025-01-31",
        () -> browser.seeTestId("matrix"));
    add("selfcheck-empty", "/selfcheck.html");
    add("selfcheck", "/selfcheck.html", () -> enter(DRAFT, "checked"));
    add("quotes-empty", "/quotes.html");
    add("quotes", "/quotes.html", () -> enter(ARTICLE, "quote-summary"));
    add("distinctive-section", "/?section=problems&view=words&by=section");
    add("overlap-empty", "/overlap.html");
    add(
        "overlap",
        "/overlap.html",
        () -> {
          browser.seeTestId("submit").click();
          browser.seeTestId("overlap-summary");
        });
    add("excerpts-empty", "/excerpts.html");
    add("excerpts", "/excerpts.html", this::putAside);
    add("library", "/library.html");
    add("library-doubtful", "/library.html?year=" + ManyReports.WRONG_YEAR);
    add("town-long", "/towns/示例省/望岭县/长卷镇");
    add("town-doubtful", "/towns/示例省/临溪县/错年镇");
    add("town-none", "/towns/示例省/无此镇");
    add("help", "/help.html");
    add("history", "/history.html");
  }

  private void typeInto(String text, String shown) {
    browser.seeTestId("query").sendKeys(text);
    browser.seeTestId(shown);
  }

  private void click(String button, String shown) {
    browser.seeTestId(button).click();
    browser.seeTestId(shown);
  }

  /** All that a hit can be made to show. */
  private void openAll() {
    browser.seeTestId("hit");
    for (String id : List.of("near-open", "remedies-open")) {
      browser.all("[data-testid='" + id + "']").stream().findFirst().ifPresent(WebElement::click);
    }
  }

  private String countyAndTown() {
    searchMany("year:2025 普法 county:临溪县", "");
    return "临溪县/" + browser.seeTestId("hit-title").getText().split("\\s")[0];
  }

  /** The report of which nobody knows the town. */
  private String ofNobody() {
    searchMany(isOwn() ? ManyReports.NOBODYS : "普法", "");
    return address(0);
  }

  private String ofWrongYear() {
    searchMany(isOwn() ? "year:" + ManyReports.WRONG_YEAR : "普法", "");
    return address(0);
  }

  private String address(int hit) {
    browser.seeTestId("hit-open");
    return String.valueOf(browser.all("[data-testid='hit-open']").get(hit).getDomProperty("href"))
        .substring(many().length());
  }

  private static String idOf(String path) {
    return path.replaceAll(".*/reports/([a-z2-7]+).*", "$1");
  }

  private void putAside() {
    browser.script("localStorage.removeItem('govsearch:excerpts')");
    searchMany("“法律明白人”", "");
    browser.seeTestId("hit");
    List<WebElement> hits = browser.all("[data-testid='hit'] [data-testid='excerpt']");
    for (int i = 0; i < 3; i++) {
      hits.get(i).click();
    }
    browser.until(
        "they are put aside",
        () ->
            browser.all("[data-testid='hit'] [data-testid='excerpt'][aria-pressed='true']").size()
                == 3);
    browser.open(many() + "/excerpts.html");
    browser.seeTestId("excerpt-row");
  }
}
