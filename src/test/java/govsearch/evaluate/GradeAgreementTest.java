package govsearch.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class GradeAgreementTest {

  @Test
  void whoAgreesOnAllIsOfOneMind() {
    GradeAgreement agreement = GradeAgreement.of(List.of(0, 1, 2, 3), List.of(0, 1, 2, 3));
    assertThat(agreement.same()).isEqualTo(1);
    assertThat(agreement.linear()).isEqualTo(1);
    assertThat(agreement.quadratic()).isEqualTo(1);
    assertThat(agreement.good()).isEqualTo(1);
  }

  @Test
  void whatChanceWouldGiveIsNoAgreement() {
    GradeAgreement agreement = GradeAgreement.of(List.of(0, 0, 3, 3), List.of(0, 3, 0, 3));
    assertThat(agreement.same()).isEqualTo(0.5);
    assertThat(agreement.linear()).isCloseTo(0, within(1e-9));
    assertThat(agreement.good()).isCloseTo(0, within(1e-9));
  }

  @Test
  void neighboursAreHalfAsFarAsTheyMayBe() {
    // Of the 9 pairs that chance may make of 0, 1, 2 and 1, 1, 2, distances sum up to 8; seen is 1.
    GradeAgreement agreement = GradeAgreement.of(List.of(0, 1, 2), List.of(1, 1, 2));
    assertThat(agreement.linear()).isCloseTo(1 - 1 / (7 / 3.0), within(1e-9));
    assertThat(agreement.good()).isEqualTo(1);
  }

  @Test
  void twoGradesAreTheLowerOfNeighboursAndElseTheMiddle() {
    assertThat(GradeAgreement.together(2, 3)).isEqualTo(2);
    assertThat(GradeAgreement.together(1, 0)).isZero();
    assertThat(GradeAgreement.together(1, 3)).isEqualTo(2);
    assertThat(GradeAgreement.together(0, 3)).isEqualTo(1);
  }
}
