package govsearch.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CoordinateAscentTest {

  record Two(double steep, double flat) {}

  /** Highest where {@code steep} is 4 and {@code flat} is 1. */
  private static double height(Two two) {
    return 1 - Math.pow(Math.log(two.steep() / 4), 2) - 0.1 * Math.pow(Math.log(two.flat()), 2);
  }

  private static Two climb(Two from, Set<String> only, List<String> told) {
    return new CoordinateAscent<>(Two.class, only, CoordinateAscentTest::height, told::add)
        .from(from);
  }

  @Test
  void climbsToTheTop() {
    List<String> told = new ArrayList<>();
    Two top = climb(new Two(1, 0.3), Set.of(), told);
    assertThat(top.steep()).isBetween(3.5, 4.5);
    assertThat(top.flat()).isBetween(0.8, 1.25);
    assertThat(told).first().asString().startsWith("开始");
    assertThat(told).anyMatch(step -> step.contains("steep"));
  }

  @Test
  void leavesAloneWhatIsNotToBeChanged() {
    assertThat(climb(new Two(1, 0.3), Set.of("steep"), new ArrayList<>()).flat()).isEqualTo(0.3);
  }

  @Test
  void staysWhereNothingIsBetter() {
    assertThat(climb(new Two(4, 1), Set.of(), new ArrayList<>())).isEqualTo(new Two(4, 1));
  }
}
