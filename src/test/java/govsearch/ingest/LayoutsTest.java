package govsearch.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import govsearch.ingest.extract.RejectedFileException;
import govsearch.report.Paragraph;
import govsearch.report.ReportHead;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Small invented reports of many layouts. Each begins with what is to be read of its place and
 * year; before each line stands what a careful person takes it for: 题 title, 旁 byline, 致
 * salutation, 署 signature, else its section (引 成 问 履 计 其), with # if it is a heading. A stroke ／
 * shows where a line is divided, a lone - what is no part of the report.
 */
class LayoutsTest {

  private static Stream<String> layouts() {
    return Stream.of(
        """
        -/-/临溪县/柳湾镇 2024
        旁 临溪县柳湾镇人民政府文件
        旁 柳政发〔2025〕3号  签发人：某某
        题 临溪县柳湾镇人民政府
        题 关于2024年度法治政府建设情况
        题 的报告
        致 县委依法治县办、县司法局：
        引 现将我镇2024年度法治政府建设情况报告如下：
        成# 一、主要工作
        成 全年宣讲28场次，发放挂图3200份，组织培训4次。
        其 以上报告，请审阅。
        其 附件：1.宣讲清单
        署 临溪县柳湾镇人民政府
        署 2025年1月8日
        """,
        """
        -/-/-/双桐街道 2023
        题 双桐街道2023年法治政府建设工作总结
        引 2023年，双桐街道办了几件实事。
        成# 第一部分　工作开展情况
        成# 一、压实责任
        成 召开专题会6次，约谈2人。
        成# 二、规范执法
        成 检查134家次，立案9件。
        问# 第二部分　存在的主要问题
        问 执法人员少，经费不足。
        计# 第三部分　2024年工作打算
        计 一是招人；二是培训。
        署 双桐街道办事处
        署 二○二四年一月
        """,
        """
        -/-/-/云杉岭苗族乡 2022
        题 云杉岭苗族乡2022年法治政府建设情况报告
        引 一年来，乡党委带头学法。
        成# 1.工作成效
        成 举办培训4次，发放挂图200份。
        问# 2.存在问题
        问 （1）人手少。能用苗语讲法的只有4名。
        问 （2）经费少。一年只有2000元。
        计# 3.下一步打算
        计 将拜歌师为师，培养双语人才。
        """,
        """
        -/-/白音沙旗/查干淖日苏木 2025
        题 白音沙旗查干淖日苏木2025年度法治政府建设情况报告
        引 今年以来，苏木依法办事。
        成 全年查处违规放牧86起，罚款33起，组织宣讲24场。
        问 法律服务半径太大，双语文书缺乏，人员素质不高。
        计 明年将建流动法庭，将推行示范合同，力争纠纷减半。
        署 查干淖日苏木人民政府 2025年12月22日
        """,
        """
        -/-/-/枣河镇 2024
        题 枣河镇2024年度推进法治政府建设工作情况报告
        引 2024年，枣河镇把合同示范当大事。
        成# 一、工作推进情况
        成# （一）护航产业。
        成 签约面积2.9万亩，清退挂名社员240人。
        成# （二）普法解纷
        成 全年宣讲55场次。
        问# 二、存在问题
        问 （一）口头约定多；
        问 （二）司法所人少；
        问 （三）老人听得进、记不住。
        计# 三、下步工作打算
        计 （一）建立客商登记簿；
        计 （二）向区里争取增加专职人员。
        署 2024年12月19日
        """,
        """
        -/-/临溪县/石鼓滩镇 2022
        题 临溪县石鼓滩镇2022年法治政府建设年度报告
        引 根据要求，现将情况公布如下。
        成# 一、2022年重点工作
        成 关停砂场6家，签订协议6份。
        履# 二、镇党政主要负责人履行推进法治建设第一责任人职责情况
        履 前后召开协调会21次。
        问# 三、问题、原因及对策
        问 持证人员不足，程序意识不强。／计 针对以上问题，选送8人参加培训。
        署 石鼓滩镇人民政府
        署 2022年12月30日
        其 附件1
        其 行政执法统计表
        其 序号
        其 类别
        其 件数
        其 1
        其 行政处罚
        其 22
        """,
        """
        -/-/-/青崖乡 2025
        致 县委依法治县办:
        引 2025年,青崖乡把林权纳入法治轨道来办。
        成# 一、主要工作和成效
        成# (一)决策守程序
        成 全年研究重大事项17项,收集意见132条。
        成 1)开听证会6次;2)书面意见14份。
        问# 二、存在的短板和弱项
        问# (一)懂法律的干部太少
        问 学过法律的只有5人。
        计# 三、明年的打算
        计# (一)自己培养
        计 选派6名干部跟班学习。
        署 青崖乡人民政府(示例)
        署 2025年12月16日
        """,
        """
        -/-/-/梅坞岭镇 2021
        - 首页 > 政务公开 > 法治政府建设
        - 索引号：000/2022-1
        - 发布机构：梅坞岭镇
        - 字号：[大] [中] [小]
        题 梅坞岭镇2021年法治政府建设工作情况
        - 时间：2022-01-20 来源：本站 浏览次数：12
        引 2021年，梅坞岭镇守着茶山办事。
        成# 工作开展情况
        成 登记用工合同3000份。
        问# 存在的问题
        问 古村违建拆了又建。
        计# 下一步工作安排
        计 发动护村队巡查。
        署 梅坞岭镇人民政府
        署 2022年1月12日
        - 【打印】【关闭】
        - 上一篇：没有了
        - 版权所有：某某县政府办
        """,
        """
        -/-/-/望江埠街道 2023
        题 望江埠街道贯彻落实《法治政府建设实施纲要（2021—2025年）》
        题 二〇二三年法治政府建设情况报告
        引 二〇二三年，望江埠街道对照纲要自查。
        成# 一、扛牢政治责任，夯实法治基础
        成 党工委会前学法24次，组织培训6期。
        成# 二、坚持问题导向，规范行政执法
        成 处罚56件，当场教育302人次。
        问# 三、存在问题及下一步工作打算
        问 一是执法权接不住。／计 下一步，一是提出调整建议；二是招录人员。
        计 三是开办夜课。
        """,
        """
        -/-/-/呼热淖镇 2023
        题 呼热淖镇人民政府
        题 2023年法治政府建设情况报告
        旁 （2023年12月27日）
        引 2023年，呼热淖镇针对积案下功夫。
        成# 一、工作情况
        成 了结积案9件，走访牧户460户。
        问# 二、不足之处
        问 虽然积案少了，但重复信访仍压不下来。
        计# 三、改进措施
        计 １．推行一案一档。首办站所牵头。
        计 ２．细分网格。由11个调整为24个。
        其 特此报告
        """,
        """
        -/-/-/沙枣滩乡 2024
        题 关于沙枣滩乡2024年法治政府建设情况的报告
        引 2024年，沙枣滩乡分水讲规则。
        成# 一、主要做法
        成# （一）分水有序
        成# 1.先定盘子。
        成 水管所按照面积算出水量，张榜七天。
        成# 2.再定顺序。
        成 轮灌表由代表抽签排出。
        问# 二、问题与困难
        问 文书样式不统一。
        计# 三、今后工作重点
        计# 1.培养人手。
        计 （1）每年培训不少于五天。
        计 （2）从村官里选3人。
        """,
        """
        -/-/-/柳湾镇 2024
        题 2024年度法治政府建设情况报告（柳湾镇）
        引 现将我镇一年来的情况报告如下：
        成# 主要做法：
        成 全年宣讲28场次。
        问# 存在问题：
        问 一是人手少；二是经费少。
        计# 下一步打算：
        计 一是招人；二是争取经费。
        """,
        """
        -/-/-/新城街道 2024
        题 新城街道2024年法治政府建设情况报告
        引 2024年，新城街道聚焦老旧小区。
        成# 一.主要工作：
        成# 1.合法性审核
        成 审核合同174件。
        成 统计如下：
        成 类别
        成 件数
        成 合同
        成 174
        成# 2.普法宣传
        成 开展宣讲63场次。
        问# 二.不足和短板：
        问 网格员流动大。
        计# 三.下步计划：
        计 ①增加岗位工资。
        计 ②压减表格。
        """,
        """
        河北省/保定市/易县/高村镇 2024
        题 河北省保定市易县高村镇
        题 2024年法治政府建设年度报告
        引 2024年，高村镇认真落实要求，
        引 办了几件实事。
        成# 一、2024年推进法治政府建设的主要举措和成效
        成 （一）健全机制。成立领导小组，召开会议4次。
        成 （二）强化宣传，开展活动20场次，发放资料3000份，群众反映良好。
        问# 二、2024年推进法治政府建设存在的不足和原因
        问 （一）不足。执法力量薄弱。
        问 （二）原因。编制少。
        履# 三、2024年党政主要负责人履行推进法治建设第一责任人职责，加强法治政府建设的有关情况
        履 主持专题会4次。
        计# 四、2025年推进法治政府建设的主要安排
        计 （一）强化执法。增加人员。
        署 高村镇人民政府
        署 2025年1月10日
        """,
        """
        -/-/临溪县/柳湾镇 2024
        题 中共临溪县柳湾镇委员会　临溪县柳湾镇人民政府
        题 关于2024年度法治政府建设情况的报告
        致 中共临溪县委、临溪县人民政府：
        引 按照要求，现将情况报告如下。
        成# 一、工作开展情况
        成 （一）党委领导。会前学法12次。
        成 （二）依法行政。办结案件9件。
        问# 二、存在主要问题及整改措施
        问# （一）存在主要问题
        问 1.学法不够深入。
        问 2.执法不够规范。
        计# （二）整改措施
        计 1.开展轮训。
        计 2.评查案卷。
        署 中共临溪县柳湾镇委员会
        署 临溪县柳湾镇人民政府
        署 2024年12月30日
        其 （联系人：某某，电话：000）
        """);
  }

  @ParameterizedTest
  @MethodSource("layouts")
  void aCarefulPersonReadsTheSame(String layout) throws RejectedFileException {
    List<String> lines = layout.lines().toList();
    String text =
        lines.stream()
            .skip(1)
            .map(line -> line.replaceAll("(^|／)\\S+ ", ""))
            .collect(Collectors.joining("\n"));
    var report = ReportFactory.fromText("a.txt", text.getBytes(StandardCharsets.UTF_8)).report();
    assertThat(place(report.head())).isEqualTo(lines.getFirst());
    assertThat(report.paragraphs().stream().map(LayoutsTest::shown))
        .containsExactlyElementsOf(
            lines.stream()
                .skip(1)
                .filter(line -> !line.startsWith("- "))
                .flatMap(line -> Stream.of(line.split("／")))
                .toList());
  }

  private static String place(ReportHead head) {
    return Stream.of(head.province(), head.city(), head.county(), head.town())
            .map(name -> Objects.requireNonNullElse(name, "-"))
            .collect(Collectors.joining("/"))
        + " "
        + head.year();
  }

  private static String shown(Paragraph paragraph) {
    String section = paragraph.section().label().substring(0, 1);
    String code =
        switch (paragraph.kind()) {
          case TITLE -> "题";
          case BYLINE -> "旁";
          case SALUTATION -> "致";
          case SIGNATURE -> "署";
          case HEADING -> section + "#";
          case BODY, OTHER -> section;
        };
    return code + " " + paragraph.text();
  }
}
