package govsearch.insight.selfcheck;

import static org.assertj.core.api.Assertions.assertThat;

import govsearch.ingest.places.Gazetteer;
import govsearch.ingest.sync.DraftReading;
import govsearch.insight.Indexed;
import govsearch.report.Report;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names of other places that were left in a draft, and what only looks like them. */
class LeftNamesTest {

  /** Behind each its name, where that is not all before the line. */
  private static final List<String> PLANTED =
      List.of(
          "临洮县|党委认真落实各项任务。",
          "兰州市|依法治市办来我镇检查。",
          "甘肃省|法治建设规划已经落实。",
          "凤翔区|各部门通力协作。",
          "洮阳镇|开展普法12场次。",
          "湟中区|多巴镇|干部参加培训。",
          "甘南州|各级组织积极响应。",
          "东城区|群众满意率98%。",
          "双桐镇|被评为先进。",
          "枣河镇|党委书记带头学法。",
          "青崖乡|人民政府印发方案。",
          "澜沙区|司法局来镇指导。",
          "槐荫桥街道|办事处组织宣讲。",
          "浙江省|绍兴市|有关做法值得学习。",
          "普陀区|法院巡回审理。",
          "全州县|开展调解。",
          "昆山市|玉山镇|全体干部表态。",
          "天津市|有关部门调研。",
          "敖汉旗|新惠镇|召开会议。",
          "锡林郭勒盟|各旗都有经验。",
          "广西壮族自治区|各地做法不同。",
          "南丹县|里湖瑶族乡|群众踊跃参加。",
          "平遥县|古陶镇|完善制度。",
          "泰和县|澄江镇|矛盾化解率高。",
          "阳朔县|景区执法规范。",
          "枣河镇|平安建设有成效。",
          "双桐镇|综合执法队上岗。",
          "房山区|法律顾问全覆盖。",
          "丰都县|名山街道|建成法治广场。",
          "嵊州市|甘霖镇|推行积分制。",
          "桐庐县|富春江镇|依法行政水平提高。",
          "都江堰市|青城山镇|旅游纠纷下降。",
          "乌审旗|嘎鲁图镇|办结案件9件。",
          "洱源县|邓川镇|法治讲座5场。",
          "和政县|三合镇|完成任务。",
          "本溪市|成立领导小组。",
          "仪陇县|新政镇|执法检查。",
          "遂溪县|岭北镇|信访下降。",
          "邹城市|香城镇|行政复议0件。",
          "莒南县|大店镇|学习贯彻。",
          "石首市|绣林街道|强化监督。",
          "射洪市|太和街道|配齐人员。",
          "贵定县|盘江镇|印发清单。",
          "米脂县|杨家沟镇|培养骨干。",
          "府谷县|黄甫镇|公示信息。",
          "芮城县|风陵渡镇|履行职责。",
          "青崖乡|党政主要负责人述法。",
          "澜沙区|依法治区办通报表扬。",
          "庄浪县|南湖镇|落实三项制度。",
          "梅坞岭镇|法律明白人培训班结业。");

  private static final List<String> INNOCENT =
      List.of(
          "在中山路开展法治宣传。",
          "设立和平调解室3个。",
          "通过长安网发布信息。",
          "司法部印发的规定已经传达。",
          "学习《浙江省行政处罚裁量规定》。",
          "坚持和发展新时代“枫桥经验”。",
          "送法下乡12场次。",
          "建设平安乡村。",
          "推进平安乡镇创建。",
          "打造和谐社区3个。",
          "整治老城区违建。",
          "经济开发区的企业参加培训。",
          "全镇各村都有法律顾问。",
          "县区两级联动执法。",
          "市和县两级检查组到访。",
          "规范农贸市场经营。",
          "辖区商户签订承诺书。",
          "红旗村调委会被表彰。",
          "解放街社区开展活动。",
          "新华书店捐赠图书。",
          "与北京市盈科律师事务所签订合同。",
          "聘请西安交通大学教授授课。",
          "宝塔区司法局来镇指导。",
          "延安市委依法治市办督导。",
          "陕西省高级人民法院发布案例。",
          "柳林镇党委带头学法。",
          "本县各部门协作。",
          "返乡人员学法。",
          "文化下乡与普法结合。",
          "建设美丽乡村。",
          "城乡建设领域执法。",
          "集镇管理更加规范。",
          "各街道办、各乡镇参加。",
          "幸福里小区调解纠纷。",
          "人民调解员进网格。",
          "长江流域禁捕执法。",
          "上海合作组织峰会安保。",
          "长征精神教育。",
          "黄河滩区整治。",
          "景区周边摆摊治理。",
          "宪法宣传周活动。",
          "民族区域自治法宣传。",
          "上级部门和县直单位指导。",
          "示范区建设稳步推进。",
          "全市法治建设会议精神。",
          "工业园区企业普法。",
          "边远山区群众学法。",
          "学校所在片区巡查。",
          "升旗仪式后学法。",
          "贯彻《北京市接诉即办工作条例》的经验材料。");

  @TempDir private static Path folder;
  private static Indexed collection;

  @BeforeAll
  static void index() {
    Path reports = folder.resolve("reports");
    for (String town : List.of("双桐镇", "枣河镇", "青崖乡", "槐荫桥街道", "梅坞岭镇")) {
      Indexed.write(reports, town + ".txt", "澜沙区" + town, "2024年", "一、主要做法\n开展普法。");
    }
    collection = Indexed.folder(reports, folder.resolve("index"));
  }

  @AfterAll
  static void close() {
    collection.close();
  }

  private static List<String> names(String sentence) {
    Report draft =
        new DraftReading(Gazetteer.builtIn())
            .read("陕西省延安市宝塔区柳林镇2025年法治政府建设情况报告\n一、主要做法\n" + sentence + "\n");
    try {
      return new SelfCheck(collection.engine(), Gazetteer.builtIn().names())
          .of(draft, null, null).names().stream().map(SelfChecked.LeftName::name).toList();
    } catch (SelfCheck.TooLongException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void findsEveryNameThatWasLeftIn() {
    assertThat(PLANTED).hasSize(50);
    List<String> missed = new ArrayList<>();
    for (String line : PLANTED) {
      int end = line.lastIndexOf('|');
      String name = line.substring(0, end).replace("|", "");
      if (!names(name + line.substring(end + 1)).equals(List.of(name))
          || !names("今年以来，" + name + line.substring(end + 1)).equals(List.of(name))) {
        missed.add(line + " " + names(name + line.substring(end + 1)));
      }
    }
    assertThat(missed).isEmpty();
  }

  @Test
  void takesNothingElseForOne() {
    assertThat(INNOCENT).hasSize(50);
    List<String> wrong = new ArrayList<>();
    for (String line : INNOCENT) {
      if (!names(line).isEmpty()) {
        wrong.add(line + " " + names(line));
      }
    }
    assertThat(wrong).isEmpty();
  }
}
