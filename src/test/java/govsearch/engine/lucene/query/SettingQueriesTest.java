package govsearch.engine.lucene.query;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What a term may mean apart from the text. */
class SettingQueriesTest {

  @Test
  void aTermMayNameThePlaceOrAKindOfPlace() {
    assertThat(SettingQueries.of("柳湾镇").orElseThrow().toString()).contains("柳湾镇*", "*柳湾镇");
    assertThat(SettingQueries.of("柳湾").orElseThrow().toString()).doesNotContain("*柳湾");
  }

  /** It was made a pattern of a thousand characters, which Lucene refuses to build. */
  @Test
  void aTermAsLongAsAPageNamesNoPlace() {
    assertThat(SettingQueries.of("柳湾镇".repeat(20))).isEmpty();
    assertThat(SettingQueries.of("柳湾镇".repeat(333))).isEmpty();
  }
}
