package govsearch.engine.lucene.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Single characters are looked for with what they stand beside. */
class AskedWordsTest {

  private final WordCutter cutter = new WordCutter();

  @ParameterizedTest
  @CsvSource({
    "三农工作, 三农, 工作",
    "枫侨经验, 枫侨, 经验",
    "调解员补贴, 调解员, 补贴",
    "网格员, 网格员, ''",
  })
  void aRunOfSingleCharactersStandsTogether(String typed, String together, String words) {
    AskedWords asked = cutter.asked(typed);
    assertThat(asked.together()).contains(together);
    assertThat(String.join(" ", asked.words())).isEqualTo(words);
    assertThat(asked.telling()).noneMatch(word -> word.length() == 1);
  }

  @ParameterizedTest
  @CsvSource({"村干部凭经验办事不讲程序", "网格员留不住", "懂法律的干部太少怎么办", "两个村抢水打架", "法律明百人"})
  void neverLooksForOneCharacterByItself(String typed) {
    AskedWords asked = cutter.asked(typed);
    assertThat(asked.isEmpty()).isFalse();
    assertThat(asked.words()).noneMatch(word -> word.length() == 1);
    assertThat(asked.together()).noneMatch(run -> run.length() == 1).allMatch(typed::contains);
    assertThat(asked.joints()).allMatch(joint -> joint.length() == 2 && typed.contains(joint));
  }

  @Test
  void looksForACharacterThatIsAllThereIs() {
    assertThat(cutter.asked("水").words()).containsExactly("水");
    assertThat(cutter.asked("的").words()).containsExactly("的");
    assertThat(cutter.asked("，").isEmpty()).isTrue();
  }

  @Test
  void leavesWordsByThemselves() {
    AskedWords asked = cutter.asked("矛盾纠纷化解");
    assertThat(asked.together()).isEmpty();
    assertThat(asked.words()).containsExactlyElementsOf(List.of("矛盾", "纠纷", "化解"));
  }
}
