package govsearch.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.Normalizer2;
import java.text.Normalizer;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds of the literal form of any text at all. The random texts are the same every time. */
class FoldingPropertiesTest {

  private static final int TEXTS = 30_000;

  /** Characters that combine, are dropped, expand or change when put together. */
  private static final int[] TRICKY =
      "\u0300\u0301\u0308\u0331\u0338\u0345\u034F\u200B\u200D\u00AD\uFE0F \u3000\u00A8\u00B4\uFFE3"
          .concat(
              "\u3099\uFF9E\u1100\u1161\u11A8\u3131\u314F\u3164\uFFA0\u0130\u0131\u00DF\u1E9E\u03C2")
          .concat("AHeh…½㈠⒈“‘—～か\u304B\uFF76麽瀋乾藉\uD842\uDFB7\uD87E\uDC00\n\t")
          .codePoints()
          .toArray();

  private static final int[] DEFINED =
      IntStream.range(0, Character.MIN_SUPPLEMENTARY_CODE_POINT)
          .filter(c -> Character.isDefined(c) && !Character.isSurrogate((char) c))
          .toArray();

  @Test
  void foldingTwiceIsFoldingOnce() {
    texts()
        .forEach(
            text -> {
              String literal = Literal.literal(text);
              assertThat(Literal.literal(literal)).as(escaped(text)).isEqualTo(literal);
            });
  }

  /** The plain definition: fold every character of the whole text's NFKC, until nothing changes. */
  @ParameterizedTest
  @EnumSource(Folding.class)
  void foldingPiecewiseEqualsFoldingTheWhole(Folding folding) {
    texts()
        .forEach(
            text -> {
              String whole = text;
              for (String before = ""; !before.equals(whole); ) {
                before = whole;
                whole = byCharacter(folding, Normalizer.normalize(whole, Normalizer.Form.NFKC));
              }
              assertThat(folding.fold(text).text()).as(escaped(text)).isEqualTo(whole);
            });
  }

  @Test
  void everyOccurrencesSourceSaysTheNeedle() {
    Random random = new Random(7);
    texts()
        .forEach(
            text -> {
              FoldedText folded = Literal.of(text);
              String needle = substring(folded.text(), random);
              List<Range> occurrences = folded.occurrences(needle);
              assertThat(occurrences.isEmpty()).isEqualTo(needle.isEmpty());
              int start = 0;
              for (Range source : occurrences) {
                assertThat(source.start()).as(escaped(text)).isGreaterThanOrEqualTo(start);
                start = source.start();
                assertThat(Literal.literal(source.of(text))).as(escaped(text)).contains(needle);
              }
            });
  }

  /** Else a character could combine across the border between two pieces. */
  @Test
  void everyCharacterThatUnicodeLetsCombineJoinsTheOneBeforeIt() {
    Normalizer2 nfkc = Normalizer2.getNFKCInstance();
    assertThat(
            IntStream.of(DEFINED) // ICU knows newer characters than this Java does
                .filter(c -> !nfkc.hasBoundaryBefore(c) && sourceOfX(c).length() == 1)
                .mapToObj(Integer::toHexString))
        .isEmpty();
  }

  private static Range sourceOfX(int codePoint) {
    return Literal.of("x" + Character.toString(codePoint)).source(new Range(0, 1));
  }

  private static String byCharacter(Folding folding, String text) {
    StringBuilder out = new StringBuilder();
    text.codePoints().forEach(c -> out.append(folding.fold(Character.toString(c)).text()));
    return out.toString();
  }

  private static Stream<String> texts() {
    Random random = new Random(20_250_101);
    return Stream.generate(() -> text(random)).limit(TEXTS);
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(12); i >= 0; i--) {
      text.appendCodePoint(
          switch (random.nextInt(4)) {
            case 0 -> DEFINED[random.nextInt(DEFINED.length)];
            case 1 -> DEFINED[random.nextInt(2_500)];
            case 2 -> TRICKY[random.nextInt(TRICKY.length)];
            default -> 0x4E00 + random.nextInt(0x5000);
          });
    }
    return text.toString();
  }

  private static String substring(String text, Random random) {
    int[] codePoints = text.codePoints().toArray();
    if (codePoints.length == 0) {
      return "";
    }
    int start = random.nextInt(codePoints.length);
    return new String(codePoints, start, 1 + random.nextInt(codePoints.length - start));
  }

  private static String escaped(String text) {
    StringBuilder out = new StringBuilder();
    text.codePoints().forEach(c -> out.append(Integer.toHexString(c)).append(' '));
    return out.toString();
  }
}
