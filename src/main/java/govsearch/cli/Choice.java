package govsearch.cli;

import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads an option that has a few values. */
final class Choice {

  private Choice() {}

  static <E extends Enum<E>> E of(
      String option, String value, E[] choices, Function<E, String> code) {
    return Arrays.stream(choices)
        .filter(choice -> code.apply(choice).equalsIgnoreCase(value))
        .findFirst()
        .orElseThrow(
            () ->
                new UserMistakeException(
                    option
                        + " 可以是 "
                        + Arrays.stream(choices).map(code).collect(Collectors.joining("、"))
                        + "，收到的是 "
                        + value));
  }
}
