package govsearch.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Texts become the pieces that BERT's own tokenizer makes of them. */
class WordPieceTest {

  private static final List<String> PIECES =
      List.of(
          "[PAD]", "[UNK]", "[CLS]", "[SEP]", "普", "法", "，", "12", "##34", "##5", "app", "##s", "!",
          "cafe");

  private final WordPiece tokenizer = new WordPiece(numbered(PIECES), true);

  private static Map<String, Integer> numbered(List<String> pieces) {
    Map<String, Integer> numbers = new LinkedHashMap<>();
    pieces.forEach(piece -> numbers.put(piece, numbers.size()));
    return numbers;
  }

  private List<String> pieces(String text) {
    return java.util.Arrays.stream(tokenizer.encode(text, 32))
        .mapToObj(number -> PIECES.get((int) number))
        .toList();
  }

  @Test
  void hanCharactersAndPunctuationStandByThemselves() {
    assertThat(pieces("普法，普")).containsExactly("[CLS]", "普", "法", "，", "普", "[SEP]");
  }

  @Test
  void otherWordsAreCutIntoTheLongestPieces() {
    assertThat(pieces("12345 普apps!"))
        .containsExactly("[CLS]", "12", "##34", "##5", "普", "app", "##s", "!", "[SEP]");
  }

  @Test
  void whatHasNoPiecesIsUnknownAsAWhole() {
    assertThat(pieces("12x 法 龘")).containsExactly("[CLS]", "[UNK]", "法", "[UNK]", "[SEP]");
  }

  @Test
  void caseAccentsAndControlCharactersAreDropped() {
    assertThat(pieces("APP Café\u200b\u0000")).containsExactly("[CLS]", "app", "cafe", "[SEP]");
  }

  @Test
  void aLongTextIsCutOff() {
    assertThat(tokenizer.encode("普".repeat(100), 8)).hasSize(8).endsWith(3);
    assertThat(tokenizer.encode("", 8)).containsExactly(2, 3);
  }

  @Test
  void anotherVocabularyIsRefused() {
    assertThatThrownBy(() -> new WordPiece(Map.of("普", 0), true))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
