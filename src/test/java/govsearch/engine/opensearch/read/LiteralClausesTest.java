package govsearch.engine.opensearch.read;

import static org.assertj.core.api.Assertions.assertThat;

import govsearch.engine.lucene.query.LiteralQueries;
import org.junit.jupiter.api.Test;

class LiteralClausesTest {

  private static String phrase(String literal) {
    return LiteralClauses.withoutNeedless(LiteralQueries.bigrams(literal));
  }

  @Test
  void aPhraseIsLookedForByBigramsThatCoverItsCharacters() {
    assertThat(phrase("法治镇")).isEqualTo("法治 治镇");
    assertThat(phrase("依法治镇")).isEqualTo("依法 _ 治镇");
    assertThat(phrase("依法治镇办")).isEqualTo("依法 _ 治镇 镇办");
    assertThat(phrase("依法治镇办公")).isEqualTo("依法 _ 治镇 _ 办公");
  }
}
