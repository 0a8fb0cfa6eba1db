package govsearch.ingest.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages given as lines, divided by a stroke; the document's own are marked with a star. */
class SiteChromeTest {

  private static final String TITLE = "*乌有镇2024年法治政府建设情况报告";
  private static final String TEXT = "*2024年，乌有镇坚持依法行政，办了几件实事。";
  private static final String END = "*全镇一年来开展宣讲十余场。";
  private static final String SIGNED = "*乌有镇人民政府/*2024年12月20日";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "下载/打印/全屏/收藏/【字号：/加大/还原/减小/】",
        "【字体：/大/中/小/】",
        "【字号：大 中 小】",
        "字体：[大] [中] [小]",
        "打印 关闭",
        "【打印】【关闭】",
        "首页 > 政务公开 > 法治政府",
        "首页 | 政务公开 | 办事服务",
        "网站首页 政务公开 办事服务 互动交流",
        "您当前所在位置：首页 > 政务公开",
        "政务公开 > 法治政府建设 > 年度报告",
        "当前位置：/首页/>/政务信息/>/乌有要闻",
        "您的位置:/首页/>/乌有要闻/乌有要闻",
        "索引号：WYZ-2025-7/发布机构：乌有镇人民政府/成文日期：2025年01月20日/主题分类：法治",
        "索引号/WYZ-2025-7/发布机构/乌有镇人民政府/文号/有效性：有效",
        "索引号 WYZ-2025-7 发布机构 乌有镇人民政府",
        "发布日期：2025-01-23 09:41　来源：乌有镇　浏览次数：137",
        "2025-01-23 09:41 来源：乌有镇",
        "来源：/乌有日报/时间：/2025-01-23",
        "阅读量：/分享到:",
        "2025年01月23日 07时41分",
      })
  void whatASitePutsAboveADocumentIsDropped(String above) {
    assertOwn(above + "/" + TITLE + "/" + TEXT + "/" + END);
    assertOwn(TITLE + "/" + above + "/" + TEXT + "/" + END);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "收藏/|/分享到:/分享到微信/×",
        "扫一扫在手机打开当前页/【/打印本页/】/【/关闭窗口/】",
        "责任编辑：/某某",
        "（来源：乌有日报）/编辑：某某",
        "上一篇：关于考核办法的通知/下一篇：没有了",
        "相关报道：",
        "相关附件>>/相关链接>>/abcd39f1fb7f426d9dfb6bd0fa1f2146:/乌有镇政务公开年度报告/打印本页/关闭窗口",
        "版权所有：乌有镇人民政府/地址：乌有路1号/邮编：000000/网站标识码：0000000000",
        "主办：乌有县政府办　承办：乌有镇/乌ICP备00000000号-1/乌公网安备 00000000000000号",
      })
  void whatASitePutsBelowADocumentIsDropped(String below) {
    assertOwn(TITLE + "/" + TEXT + "/" + END + "/" + below);
    assertOwn(TITLE + "/" + TEXT + "/" + END + "/" + SIGNED + "/" + below);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*来源：群众来信",
        "*时间：3月15日/*地点：镇文化广场",
        "*主办单位：乌有镇人民政府",
        "*名称：法治广场",
        "*下载/*打印/*微信",
        "*大/*中/*小",
        "*（三）完成网站ICP备案",
        "*扫一扫墙上的码，用手机就能听三分钟案例",
        "*首页有专栏",
        "*一级 > 二级 > 三级",
        "*2024年3月15日",
      })
  void aLineOfTheTextThatLooksAlikeStays(String inside) {
    assertOwn(TITLE + "/" + TEXT + "/" + inside + "/" + END);
    assertOwn(TITLE + "/" + TEXT + "/" + inside + "/" + END + "/" + SIGNED);
  }

  @Test
  void aTableThatIsAttachedStaysWhole() {
    String table = "*附件/*活动清单/*序号/*主办单位/*来源：镇财政/*时间：3月/*微信/*大/*乌有村";
    assertOwn(TITLE + "/" + TEXT + "/" + SIGNED + "/" + table);
    assertOwn(TITLE + "/" + TEXT + "/" + SIGNED + "/" + table + "/扫一扫在手机打开当前页/关闭窗口");
  }

  @Test
  void aTitleBehindAnEmptyFieldOrBreadcrumbsStays() {
    assertOwn("文号：/*乌有镇2024年法治政府建设情况/" + TEXT);
    assertOwn("首页/>/政务公开/>/*乌有镇2024年工作报告/" + TEXT);
  }

  @Test
  void aShortReportsDateIsItsSignature() {
    assertOwn("*乌有镇人民政府/*2024年12月20日");
  }

  @Test
  void theHeaderTellsWhoPublishedAndWhen() {
    SiteChrome.Page page =
        SiteChrome.remove(
            lines("发布机构：乌有镇人民政府/成文日期：2025年01月20日/发布日期：2025-01-23/" + TITLE + "/" + TEXT));
    assertThat(page.issuer()).isEqualTo("乌有镇人民政府");
    assertThat(page.published()).isEqualTo("2025-01-23");
    SiteChrome.Page none = SiteChrome.remove(lines(TITLE + "/" + TEXT));
    assertThat(none.issuer()).isNull();
    assertThat(none.published()).isNull();
  }

  private static void assertOwn(String page) {
    List<String> own = new ArrayList<>(List.of(page.split("/")));
    own.removeIf(line -> !line.startsWith("*"));
    own.replaceAll(line -> line.substring(1));
    SiteChrome.Page clean = SiteChrome.remove(lines(page));
    assertThat(clean.lines()).as(page).isEqualTo(own);
    assertThat(clean.lines().size() + clean.dropped().size()).isEqualTo(lines(page).size());
  }

  private static List<String> lines(String page) {
    return Arrays.stream(page.split("/"))
        .map(line -> line.startsWith("*") ? line.substring(1) : line)
        .toList();
  }
}
