package govsearch.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IdsTest {

  @Test
  void aPathHasOneIdHoweverItsAccentsAreComposed() {
    assertThat(Ids.reportId("a/é.txt")).isEqualTo(Ids.reportId("a/e\u0301.txt"));
    assertThat(Ids.reportId("临溪县/柳湾镇2024年.txt")).isNotEqualTo(Ids.reportId("柳湾镇2024年.txt"));
  }

  /** Links of former years hang on these very values. */
  @Test
  void idsAreTheSameInEveryVersion() {
    assertThat(Ids.reportId("临溪县/柳湾镇2024年.txt")).isEqualTo("b7aptal5gskq");
    assertThat(Ids.paragraphIds(List.of("法治政府"))).containsExactly("22irehdh");
  }

  @Test
  void aParagraphsIdFollowsFromItsLiteralText() {
    assertThat(Ids.paragraphIds(List.of("“八五”普法"))).isEqualTo(Ids.paragraphIds(List.of("「八五」 普法")));
  }

  @Test
  void repetitionsAreNumberedFromTheSecondOn() {
    List<String> ids = Ids.paragraphIds(List.of("各位代表！", "别的", "各位代表！", "各位代表!"));
    assertThat(ids.get(2)).isEqualTo(ids.get(0) + "-2");
    assertThat(ids.get(3)).isEqualTo(ids.get(0) + "-3");
  }

  @Test
  void anIdIsItsHashAndItsRepetition() {
    for (String id : List.of("aaaaaaaa", "77777777", "22irehdh", "22irehdh-2", "b2c3d4e5-999999")) {
      long hash = Ids.paragraphHash(id);
      assertThat(hash).isBetween(0L, (1L << 40) - 1);
      assertThat(Ids.paragraphId(hash, Ids.repetition(id))).isEqualTo(id);
    }
    assertThat(Ids.paragraphHash("22irehdh")).isNotEqualTo(Ids.paragraphHash("22irehdg"));
  }

  @Test
  void idsHaveTheFormThatIsChecked() {
    assertThat(Ids.isReportId(Ids.reportId("x"))).isTrue();
    assertThat(Ids.paragraphIds(List.of("x", "x"))).allMatch(Ids::isParagraphId);
    assertThat(Ids.isParagraphId("abcdefgh-0")).isFalse();
    assertThat(Ids.isReportId("../etc")).isFalse();
  }

  @Test
  void aHundredThousandPathsHaveAsManyIds() {
    Set<String> ids = new HashSet<>();
    IntStream.range(0, 100_000).forEach(i -> ids.add(Ids.reportId("省/市/县/镇" + i + ".txt")));
    assertThat(ids).hasSize(100_000);
  }
}
