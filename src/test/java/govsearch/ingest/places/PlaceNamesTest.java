package govsearch.ingest.places;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Places shown as province/city/county/town, with a dash for what is not named. */
class PlaceNamesTest {

  @ParameterizedTest
  @CsvSource({
    "青海省西宁市湟中区拦隆口镇2025年, 青海省/西宁市/湟中区/拦隆口镇",
    "西宁市湟中区拦隆口镇关于2025年, -/西宁市/湟中区/拦隆口镇",
    "湟中区上新庄镇2024年法治, -/-/湟中区/上新庄镇",
    "西仓镇人民政府, -/-/-/西仓镇",
    "重庆市巫溪县土城镇法治, 重庆市/-/巫溪县/土城镇",
    "北京市东城区东华门街道办事处, 北京市/-/东城区/东华门街道",
    "示例省云渚市澜沙区双桐镇２０２２年度, 示例省/云渚市/澜沙区/双桐镇",
    "沅岭市临溪县石鼓滩镇2022年度, -/沅岭市/临溪县/石鼓滩镇",
    "内蒙古自治区锡林郭勒盟阿巴嘎旗洪格尔高勒镇2024年, 内蒙古自治区/锡林郭勒盟/阿巴嘎旗/洪格尔高勒镇",
    "白音沙旗查干淖日苏木2025年度, -/-/白音沙旗/查干淖日苏木",
    "云杉岭苗族乡2024年度, -/-/-/云杉岭苗族乡",
    "甘肃省甘南州碌曲县西仓镇2025年, 甘肃省/甘南藏族自治州/碌曲县/西仓镇",
    "河南省新乡市辉县市赵固镇2024年, 河南省/新乡市/辉县市/赵固镇",
    "湖北省荆州市沙市区朝阳街道2024年, 湖北省/荆州市/沙市区/朝阳街道",
    "陕西省宝鸡市陈仓区县功镇2024年, 陕西省/宝鸡市/陈仓区/县功镇",
    "吉林省吉林市磐石市红旗岭镇2024年, 吉林省/吉林市/磐石市/红旗岭镇",
    "浙江省湖州市南浔区练市镇2024年, 浙江省/湖州市/南浔区/练市镇",
    "仙桃市通海口镇2024年, -/-/仙桃市/通海口镇",
    "三县堡乡2024年, -/-/-/三县堡乡",
    "新市场街道2024年, -/-/-/新市场街道",
    "和平县和平镇2024年, -/-/和平县/和平镇",
    "税镇镇2024年, -/-/-/税镇镇",
    "全旺镇坚持依法行政, -/-/-/全旺镇",
    "枣河镇党委、政府2025年度, -/-/-/枣河镇",
    "柳湾镇委 柳湾镇人民政府, -/-/-/柳湾镇",
    "临溪县司法局：, -/-/临溪县/-",
    "市司法局、县司法局：, -/-/-/-",
    "青海省人民政府, 青海省/-/-/-",
    "西宁市, -/西宁市/-/-",
    "临溪县, -/-/临溪县/-",
    "柳湾镇, -/-/-/柳湾镇",
  })
  void aTextBeginsWithItsPlace(String text, String place) {
    assertThat(shown(text)).isEqualTo(place);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "我镇坚持依法行政",
        "全镇各乡镇、街道",
        "全县各乡镇以法治思想为指导",
        "各乡镇人民政府：",
        "各县区人民政府：",
        "本街道工作",
        "乡镇人民政府",
        "村镇建设",
        "城镇建设",
        "小城镇建设",
        "两个街道以法治思想为指导",
        "党委和街道工作",
        "深入推进街道工作",
        "加强社区治理，开展工作",
        "县委依法治县办：",
        "县委全面依法治县委员会办公室：",
        "区委全面依法治区委员会：",
        "区委、区政府",
        "我县在工作中",
        "政府工作报告",
        "红旗渠精神",
        "2024年法治政府建设情况报告",
        "法治政府建设",
      })
  void whatNamesNoPlaceGivesNone(String text) {
    assertThat(PlaceNames.at(text)).isEqualTo(Region.NONE);
  }

  @ParameterizedTest
  @CsvSource({
    "青海省发展情况, 青海省/-/-/-",
    "临溪县工业园区2024年, -/-/-/-",
    "按照省委工作安排，柳湾镇2024年, -/-/-/-",
    "泰山区省庄镇2024年, -/-/泰山区/省庄镇",
  })
  void aLevelThatCannotBeToldIsLeftOut(String text, String place) {
    assertThat(shown(text)).isEqualTo(place);
  }

  private static String shown(String text) {
    Region region = PlaceNames.at(text);
    return Stream.of(region.province(), region.city(), region.county(), region.town())
        .map(name -> Objects.requireNonNullElse(name, "-"))
        .collect(Collectors.joining("/"));
  }
}
