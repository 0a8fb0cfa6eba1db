package govsearch.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LeftBehindTest {

  @ParameterizedTest
  @CsvSource({
    "~$柳湾镇.docx, true",
    "Thumbs.db, true",
    "thumbs.DB, true",
    "desktop.ini, true",
    ".~lock.柳湾镇.docx#, true",
    "~WRL0003.tmp, true",
    "柳湾镇.docx, false",
    "~柳湾镇.docx, false",
    "db.txt, false",
  })
  void namesOfFilesThatProgramsLeave(String name, boolean left) {
    assertThat(LeftBehind.is(name)).isEqualTo(left);
  }
}
