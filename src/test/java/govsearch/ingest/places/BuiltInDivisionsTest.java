package govsearch.ingest.places;

import static org.assertj.core.api.Assertions.assertThat;

import govsearch.Shared;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The divisions that are part of the program. */
class BuiltInDivisionsTest {

  private static final Gazetteer GAZETTEER = Gazetteer.builtIn();

  private static Region town(String county, String town) {
    return GAZETTEER.complete(new Region(null, null, county, town), "a.txt", "全年宣讲28场次。").region();
  }

  @Test
  void aNameThatIsUniqueInTheCountryIsCompleted() {
    assertThat(town(null, "西仓镇")).isEqualTo(new Region("甘肃省", "甘南藏族自治州", "碌曲县", "西仓镇"));
  }

  @ParameterizedTest
  @CsvSource({
    "湟中县, 上新庄镇, 湟中区",
    "郫县, 唐昌镇, 郫都区",
    "宜宾县, 观音镇, 叙州区",
    "户县, 草堂街道, 鄠邑区",
  })
  void anOldNameStandsUnderTheNew(String old, String town, String now) {
    assertThat(town(old, town).county()).isEqualTo(now);
  }

  @ParameterizedTest
  @ValueSource(strings = {"西仓镇", "石桥镇"})
  void anInventedCountyKeepsItsTowns(String town) {
    Gazetteer.Completion completion =
        GAZETTEER.complete(new Region(null, null, "云湖县", town), "a.txt", "");
    assertThat(completion.region()).isEqualTo(new Region(null, null, "云湖县", town));
    assertThat(completion.ambiguous()).isFalse();
    assertThat(completion.remark()).isNull();
  }

  @Test
  void everyRenamedCountyHasItsNewNameInTheTablesAndNotItsOldOne() {
    List<String> lines = NameList.read("renamed.txt");
    assertThat(lines).isNotEmpty();
    for (String line : lines) {
      String[] cells = line.split(" ");
      assertThat(cells).as(line).hasSize(3);
      assertThat(BuiltInDivisions.get().hasCounty(cells[0])).as(cells[0]).isFalse();
      assertThat(BuiltInDivisions.get().hasCounty(cells[1])).as(cells[1]).isTrue();
    }
  }

  /** Made of the same tables by the script beside the sources. */
  @Test
  void noTownOfTheTablesIsLeftOut() throws IOException {
    List<String> towns =
        Files.readAllLines(
                Shared.folder("divisions").resolve("streets.csv"), StandardCharsets.UTF_8)
            .stream()
            .skip(1)
            .map(line -> line.split(",")[1].replace("\"", ""))
            .toList();
    assertThat(towns).hasSize(41_352);
    assertThat(towns).allMatch(town -> BuiltInDivisions.get().hasTown(town));
  }
}
