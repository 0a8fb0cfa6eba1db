package govsearch.ingest.places;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import govsearch.ingest.places.Gazetteer.Completion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Regions completed from small invented tables. */
class GazetteerTest {

  private static final Path TABLES = Path.of("src", "test", "resources", "divisions");
  private static final Gazetteer GAZETTEER = Gazetteer.load(TABLES);

  /** Levels with - for null. */
  private static Region region(String path) {
    String[] levels = path.split("/");
    return new Region(level(levels[0]), level(levels[1]), level(levels[2]), level(levels[3]));
  }

  private static @Nullable String level(String name) {
    return name.equals("-") ? null : name;
  }

  private static String shown(Completion completion) {
    Region region = completion.region();
    return Stream.of(region.province(), region.city(), region.county(), region.town())
            .map(name -> Objects.requireNonNullElse(name, "-"))
            .collect(Collectors.joining("/"))
        + (completion.ambiguous() ? " ?" : "");
  }

  private static Completion complete(String given, String path, String text) {
    return GAZETTEER.complete(region(given), path, text);
  }

  @ParameterizedTest
  @CsvSource({
    // a name that one county has
    "-/-/-/柳湾镇, 云泽省/云泽市/临溪县/柳湾镇",
    "-/-/-/双桐街道, 沧宁省/沧原市/新桥区/双桐街道",
    "-/-/-/双桐街道办事处, 沧宁省/沧原市/新桥区/双桐街道办事处",
    // one that several have, as far as it is told, or as all of them agree
    "-/-/-/城关镇, -/-/-/城关镇 ?",
    "云泽省/-/-/城关镇, 云泽省/-/-/城关镇 ?",
    "-/-/-/太平镇, 云泽省/云泽市/-/太平镇 ?",
    "-/-/临溪县/城关镇, 云泽省/云泽市/临溪县/城关镇",
    "-/南苍州/-/城关镇, 云泽省/南苍苗族自治州/雾岭苗族自治县/城关镇",
    "-/-/雾岭县/城关镇, 云泽省/南苍苗族自治州/雾岭苗族自治县/城关镇",
    "沧宁/-/-/城关镇, 沧宁省/沧原市/新桥区/城关镇",
    // gaps in the codes
    "-/-/-/泽口镇, 云泽省/-/泽口市/泽口镇",
    "-/泽口市/-/泽口镇, 云泽省/泽口市/-/泽口镇",
    "-/-/-/港西镇, 沧宁省/临港市/-/港西镇",
    "-/-/-/湖心街道, 澜京市/-/东湖区/湖心街道",
    "-/澜京市/东湖区/湖心街道, -/澜京市/东湖区/湖心街道",
    // the town is on no list, what stands above it is
    "-/-/临溪县/新设镇, 云泽省/云泽市/临溪县/新设镇",
    "-/-/东湖区/新设镇, -/-/东湖区/新设镇 ?",
    "-/南苍州/无名县/新设镇, 云泽省/南苍苗族自治州/无名县/新设镇",
    "-/-/无名县/新设镇, -/-/无名县/新设镇",
    "-/-/古塘县/-, 云泽省/南苍苗族自治州/古塘县/-",
    "-/-/-/-, -/-/-/-",
  })
  void completes(String given, String completed) {
    assertThat(shown(complete(given, "a.txt", "全年宣讲28场次。"))).isEqualTo(completed);
  }

  @ParameterizedTest
  @CsvSource({
    "临溪县/城关镇.txt, 云泽省/云泽市/临溪县/城关镇",
    "沧宁/2024/城关镇.txt, 沧宁省/沧原市/新桥区/城关镇",
    "雾岭/城关镇.txt, 云泽省/南苍苗族自治州/雾岭苗族自治县/城关镇",
    "沧原市新桥区2024年报告汇总/7.txt, 沧宁省/沧原市/新桥区/城关镇",
    "云泽/城关镇.txt, 云泽省/-/-/城关镇 ?",
  })
  void theFoldersNameTellsWhichOfSeveral(String path, String completed) {
    assertThat(shown(complete("-/-/-/城关镇", path, ""))).isEqualTo(completed);
  }

  @ParameterizedTest
  @CsvSource({
    "在临溪县委、县政府的领导下。, 云泽省/云泽市/临溪县/城关镇",
    "雾岭县人民政府印发通知。, 云泽省/南苍苗族自治州/雾岭苗族自治县/城关镇",
    "新桥区城关镇依法办事。, 沧宁省/沧原市/新桥区/城关镇",
    "南苍州司法局派员指导。, 云泽省/南苍苗族自治州/雾岭苗族自治县/城关镇",
    "赴临溪县考察学习。, -/-/-/城关镇 ?",
    "临溪县委与新桥区委结对。, -/-/-/城关镇 ?",
  })
  void anAuthorityInTheTextTellsWhichOfSeveral(String text, String completed) {
    assertThat(shown(complete("-/-/-/城关镇", "a.txt", text))).isEqualTo(completed);
  }

  @Test
  void wherePathAndTextContradictEachOtherNothingIsChosen() {
    assertThat(shown(complete("-/-/-/城关镇", "新桥区/城关镇.txt", "在临溪县委的领导下。"))).isEqualTo("-/-/-/城关镇 ?");
  }

  @Test
  void aCountyWithoutSuchATownIsNotOverruledButSaid() {
    Completion completion = complete("-/-/古塘县/柳湾镇", "a.txt", "");

    assertThat(shown(completion)).isEqualTo("云泽省/南苍苗族自治州/古塘县/柳湾镇");
    assertThat(completion.remark()).isEqualTo("行政区划表里古塘县没有柳湾镇，只有云泽省云泽市临溪县有；请核对");
  }

  @Test
  void anotherCountysAuthorityInTheTextKeepsANameFromBeingCompleted() {
    Completion completion = complete("-/-/-/柳湾镇", "a.txt", "在古塘县委的领导下。");

    assertThat(shown(completion)).isEqualTo("-/-/-/柳湾镇");
    assertThat(completion.remark()).startsWith("正文提及古塘县，行政区划表里那里没有柳湾镇");
  }

  @Test
  void anOlderNameStandsUnderTheNewer() {
    Completion completion = complete("-/-/新桥县/双桐街道", "a.txt", "");

    assertThat(shown(completion)).isEqualTo("沧宁省/沧原市/新桥区/双桐街道");
    assertThat(completion.remark()).isNull();
  }

  @Test
  void aNameThatIsRightSomewhereIsNoOlderNameOfAnother() {
    Completion completion = complete("-/-/古塘区/梅坞岭镇", "a.txt", "");

    assertThat(shown(completion)).isEqualTo("沧宁省/沧原市/古塘区/梅坞岭镇");
    assertThat(completion.remark()).contains("古塘区没有梅坞岭镇");
  }

  @Test
  void tablesThatCannotBeUsedAreRefusedByName(@TempDir Path folder) throws IOException {
    assertThatThrownBy(() -> Gazetteer.load(folder))
        .isInstanceOf(UnusableDivisionsException.class)
        .hasMessageContaining("provinces.csv")
        .hasMessageContaining("文件不存在");
    for (String file : new String[] {"provinces.csv", "cities.csv", "areas.csv"}) {
      Files.copy(TABLES.resolve(file), folder.resolve(file));
    }
    Files.writeString(folder.resolve("streets.csv"), "code,name,areaCode\n1,柳湾镇,910101\n2,某镇,99\n");
    assertThatThrownBy(() -> Gazetteer.load(folder))
        .hasMessage("行政区划表 streets.csv 第 3 行：某镇 的上级代码 99 在其他表里没有");
    Files.writeString(folder.resolve("streets.csv"), "code,title,areaCode\n1,柳湾镇,910101\n");
    assertThatThrownBy(() -> Gazetteer.load(folder)).hasMessageContaining("没有名为 name 的列");
  }
}
