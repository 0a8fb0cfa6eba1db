package govsearch.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.Transliterator;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The table that stands in for a transliteration engine says what the engine says. */
class HanVariantsTest {

  /** The engine swaps 苎 and 苧, and sends 薴 to one of them; here all three are 苎. */
  private static final Map<String, String> MENDED = Map.of("苎", "苎", "薴", "苎");

  @Test
  void everyCharacterHasTheSimplifiedFormThatIcuGivesIt() {
    Transliterator icu = Transliterator.getInstance("Traditional-Simplified");
    Map<String, String> different = new TreeMap<>();
    IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
        .filter(c -> Character.isDefined(c) && Character.getType(c) != Character.SURROGATE)
        .mapToObj(Character::toString)
        .forEach(
            character -> {
              String ours = Character.toString(HanVariants.simplified(character.codePointAt(0)));
              String theirs = icu.transliterate(character);
              // Some ligatures and signs it turns into several characters; they are not Han.
              if (!ours.equals(theirs) && theirs.codePointCount(0, theirs.length()) == 1) {
                different.put(character, ours);
              }
            });
    assertThat(different).isEqualTo(MENDED);
  }

  @Test
  void aSimplifiedFormStandsForItself() {
    assertThat(
            IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .map(HanVariants::simplified)
                .filter(c -> HanVariants.simplified(c) != c)
                .mapToObj(Character::toString))
        .isEmpty();
  }
}
