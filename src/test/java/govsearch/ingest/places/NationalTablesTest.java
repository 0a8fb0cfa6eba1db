package govsearch.ingest.places;

import static org.assertj.core.api.Assertions.assertThat;

import govsearch.Shared;
import govsearch.ingest.places.Gazetteer.Completion;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The gazetteer with the real tables, where they are. */
class NationalTablesTest {

  private static Path folder;
  private static Gazetteer gazetteer;

  @BeforeAll
  static void load() {
    folder = Shared.folder("divisions");
    gazetteer = Gazetteer.load(folder);
  }

  private static @Nullable String level(String name) {
    return name.equals("-") ? null : name;
  }

  private static String shown(Completion completion) {
    return shown(completion.region()) + (completion.ambiguous() ? " ?" : "");
  }

  private static String shown(Region region) {
    return Stream.of(region.province(), region.city(), region.county(), region.town())
        .map(name -> Objects.requireNonNullElse(name, "-"))
        .collect(Collectors.joining("/"));
  }

  @ParameterizedTest
  @CsvSource({
    "-/-/-/西仓镇, 甘肃省/甘南藏族自治州/碌曲县/西仓镇",
    "-/-/-/虎什哈镇, 河北省/承德市/滦平县/虎什哈镇",
    "-/西宁市/湟中区/拦隆口镇, 青海省/西宁市/湟中区/拦隆口镇",
    "-/-/湟中县/上新庄镇, 青海省/西宁市/湟中区/上新庄镇",
    "-/-/郫县/唐昌镇, 四川省/成都市/郫都区/唐昌镇",
    "-/-/-/城关镇, -/-/-/城关镇 ?",
    "-/-/湟源县/城关镇, 青海省/西宁市/湟源县/城关镇",
    "-/-/和平区/城关镇, -/-/和平区/城关镇 ?",
    "-/-/东莞市/虎门镇, 广东省/-/东莞市/虎门镇",
    "-/东莞市/-/虎门镇, 广东省/东莞市/-/虎门镇",
    "-/-/济源市/承留镇, 河南省/-/济源市/承留镇",
    "-/-/石河子市/北泉镇, 新疆维吾尔自治区/-/石河子市/北泉镇",
    "重庆市/-/酉阳县/龙潭镇, 重庆市/-/酉阳土家族苗族自治县/龙潭镇",
    "-/-/浦东新区/张江镇, 上海市/-/浦东新区/张江镇",
  })
  void completes(String given, String completed) {
    String[] levels = given.split("/");
    Region region =
        new Region(level(levels[0]), level(levels[1]), level(levels[2]), level(levels[3]));
    assertThat(shown(gazetteer.complete(region, "a.txt", ""))).isEqualTo(completed);
  }

  /** Whatever is known besides, a town of the tables is completed to itself or left open. */
  @Test
  void noTownIsCompletedToAnother() throws Exception {
    List<String> towns =
        Files.readAllLines(folder.resolve("streets.csv"), StandardCharsets.UTF_8).stream()
            .skip(1)
            .map(line -> line.split(",")[1].replace("\"", ""))
            .distinct()
            .toList();
    Divisions divisions = DivisionFiles.read(folder);
    long settled = 0;
    for (String town : towns) {
      for (Region place : divisions.withTown(town)) {
        Region whole = new Region(place.province(), place.city(), place.county(), town);
        Region county = new Region(null, null, place.county(), town);
        for (Region given : List.of(whole, county, new Region(null, null, null, town))) {
          Completion completion = gazetteer.complete(given, "a.txt", "");
          assertThat(completion.remark()).as(shown(given)).isNull();
          if (!completion.ambiguous()) {
            assertThat(shown(completion.region())).isEqualTo(shown(whole));
            settled++;
          }
        }
      }
    }
    assertThat(settled).isGreaterThan(100_000);
  }
}
