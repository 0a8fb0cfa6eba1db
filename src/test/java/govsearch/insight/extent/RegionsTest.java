package govsearch.insight.extent;

import static org.assertj.core.api.Assertions.assertThat;

import govsearch.engine.SampleReports;
import govsearch.insight.Indexed;
import govsearch.insight.extent.Regions.Region;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Regions over collections that can be counted by hand, and over the samples by brute force. */
class RegionsTest {

  private static final String SYLLABLES = "青白石柳杏枫云溪河湾塘坪桥岭沙泉松梅兰竹";

  @TempDir private Path folder;

  private static String syllable(int i) {
    return SYLLABLES.substring(i % SYLLABLES.length(), i % SYLLABLES.length() + 1);
  }

  @Test
  void listsAllLevelsAboveTheTownsAndWhatIsInThem() {
    Path reports = folder.resolve("reports");
    Indexed.write(reports, "a.txt", "山南省云渚市青溪县柳塘镇", "2023年", "干部带头学法。");
    Indexed.write(reports, "b.txt", "山南省云渚市青溪县柳塘镇", "2025年", "干部又学法。");
    Indexed.write(reports, "c.txt", "山南省云渚市白石县杏坪乡", "2025年", "全乡学法。");
    Indexed.write(reports, "d.txt", "山南省云渚市青溪县", "2025年", "全县学法。");
    Indexed.write(reports, "e.txt", "独立县石桥镇", "2025年", "全镇学法。");
    Indexed.write(reports, "f.txt", "无镇县", "2025年", "全县学法。");
    try (Indexed indexed = Indexed.folder(reports, folder.resolve("index"))) {
      Regions regions = new Regions(indexed.engine());
      assertThat(regions.below(null))
          .isEqualTo(
              new Regions.Listed(
                  List.of(
                      new Region("山南省", 4, 2, 1),
                      new Region("山南省/云渚市", 4, 2, 2),
                      new Region("山南省/云渚市/白石县", 1, 1, 0),
                      new Region("山南省/云渚市/青溪县", 3, 1, 0),
                      new Region("独立县", 1, 1, 0)),
                  true));
      assertThat(regions.below("山南省/云渚市").regions())
          .extracting(Region::path)
          .containsExactly("山南省/云渚市/白石县", "山南省/云渚市/青溪县");
      assertThat(regions.below("独立县").regions()).isEmpty();
      assertThat(regions.below("无此省").regions()).isEmpty();
    }
  }

  /** A country has more counties than anybody looks through in one list. */
  @Test
  void ofVeryManyOnlyTheUpperLevelsAreListed() {
    Path reports = folder.resolve("reports");
    for (int i = 0; i < Regions.MOST; i++) {
      String county = syllable(i / SYLLABLES.length()) + syllable(i) + "县";
      Indexed.write(reports, i + ".txt", "山南省云渚市" + county + "石桥镇", "2025年", "全镇学法。");
    }
    try (Indexed indexed = Indexed.folder(reports, folder.resolve("index"))) {
      Regions regions = new Regions(indexed.engine());
      Regions.Listed upper = regions.below(null);
      assertThat(upper.complete()).isFalse();
      assertThat(upper.regions())
          .containsExactly(
              new Region("山南省", Regions.MOST, Regions.MOST, 1),
              new Region("山南省/云渚市", Regions.MOST, Regions.MOST, Regions.MOST));
      Regions.Listed counties = regions.below("山南省/云渚市");
      assertThat(counties.complete()).isTrue();
      assertThat(counties.regions()).hasSize(Regions.MOST);
    }
  }

  @Test
  void isWhatOneCountsInTheSamples() {
    try (Indexed indexed = Indexed.folder(SampleReports.FOLDER, folder.resolve("index"))) {
      TreeMap<String, Long> expected =
          indexed.reports().stream()
              .map(report -> report.head())
              .filter(head -> head.town() != null)
              .collect(
                  Collectors.groupingBy(
                      head -> String.join("/", head.region()),
                      TreeMap::new,
                      Collectors.counting()));
      assertThat(new Regions(indexed.engine()).below(null).regions())
          .filteredOn(region -> region.below() == 0)
          .extracting(region -> region.path() + " " + region.reports())
          .containsExactlyElementsOf(
              expected.entrySet().stream().map(e -> e.getKey() + " " + e.getValue()).toList());
    }
  }
}
