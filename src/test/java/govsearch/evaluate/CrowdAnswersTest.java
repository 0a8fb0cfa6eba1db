package govsearch.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CrowdAnswersTest {

  private static final long MILLI = 1_000_000;

  @Test
  void whoIsToldToComeBackIsNoFaultAndNoAnswer() {
    CrowdAnswers answers = new CrowdAnswers();
    answers.add(503, true, MILLI);
    answers.add(200, false, MILLI);
    answers.add(400, false, MILLI);
    assertThat(answers.refused()).isEqualTo(1);
    assertThat(answers.answered()).isEqualTo(2);
    assertThat(answers.faults()).isEmpty();
  }

  @Test
  void anyOtherErrorOfTheServiceIsAFault() {
    CrowdAnswers answers = new CrowdAnswers();
    answers.add(503, false, MILLI);
    answers.add(500, true, MILLI);
    answers.addFault("connection reset");
    assertThat(answers.faults()).containsExactly("status 503", "status 500", "connection reset");
    assertThat(answers.answered()).isZero();
    assertThat(answers.millis(0.99)).isZero();
  }

  @Test
  void aShareOfTheAnswersTookNoLongerThanIsTold() {
    CrowdAnswers answers = new CrowdAnswers();
    for (int i = 100; i >= 1; i--) {
      answers.add(200, false, i * MILLI);
    }
    assertThat(answers.millis(0.5)).isEqualTo(50);
    assertThat(answers.millis(0.99)).isEqualTo(99);
    assertThat(answers.millis(1)).isEqualTo(100);
  }
}
