package govsearch.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import govsearch.ingest.structure.Lines;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Lines as long, and documents as many-lined, as are let in, of nothing but what patterns look for.
 * The limit is far above what they take; a pattern that explodes would take hours.
 */
class HostileLinesTest {

  private static final Duration LIMIT = Duration.ofMinutes(1);
  private static final int LONGEST = 99_000;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1",
        "一",
        "(",
        "（",
        "法",
        "。",
        "，",
        "、",
        "：",
        "“",
        "《",
        "[",
        "【",
        " ",
        "\t",
        "-",
        "—",
        "1、",
        "一、",
        "（一）",
        "(1)",
        "一是",
        "其一，",
        "第一，",
        "首先，",
        "①",
        "镇",
        "乡",
        "县",
        "市",
        "县市",
        "柳湾镇",
        "人民政府",
        "2024",
        "2024年",
        "2024—",
        "〇",
        "年1月",
        "2024年1月1日",
        "〔2024〕3号",
        "附件",
        "索引号：",
        "首页 ",
        "下载",
        ">",
        "ICP备1",
        "字号大",
        "将",
        "不足",
        "存在问题",
        "坚持",
        "同时",
        "下一步",
        "主要负责人",
        "现将",
        "[bookmark:",
        "\u0301",
        "é\u0316",
        "ㅏ",
        "1,",
        "60， ",
        "1.2",
        "蒙古族",
        "　",
        "《—",
        "【】",
        "XX县",
        "附件1：",
      })
  void oneCharacterOverAndOverIsReadInTime(String unit) {
    String line = unit.repeat(LONGEST / unit.length());
    String text =
        ("乌有镇2024年法治政府建设情况报告\n%s：\n%s\n一、存在问题及下一步打算\n（一）%s。\n%s\n附件%s\n").replace("%s", line);
    assertTimeoutPreemptively(
        LIMIT,
        () ->
            assertThat(
                    ReportFactory.fromText("a.txt", text.getBytes(StandardCharsets.UTF_8))
                        .report()
                        .paragraphs())
                .isNotEmpty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x\n",
        "5、x\n",
        "1、x\n",
        "一、x\n",
        "一、\n",
        "（一）x\n",
        "1.x。\n",
        "1.x。\nx\n",
        "（1）x。\n",
        "附件\n",
        "柳湾镇\n",
        "柳湾镇\n2024年1月1日\n",
        "x\n下载\n",
        "存在问题\n",
        "第一部分\n",
      })
  void oneLineOverAndOverIsReadInTime(String lines) {
    String text = lines.repeat((int) (Lines.MOST / lines.lines().count()) - 1) + "完。\n";
    assertTimeoutPreemptively(
        LIMIT,
        () ->
            assertThat(
                    ReportFactory.fromText("a.txt", text.getBytes(StandardCharsets.UTF_8))
                        .report()
                        .paragraphs())
                .isNotEmpty());
  }
}
