package govsearch.ingest.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import govsearch.report.Ids;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of the corrections is true whenever a process may have ended. */
class CorrectionChecksumTest {

  @TempDir private Path index;

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private void mark(String... written) throws IOException {
    StringBuilder lines = new StringBuilder();
    for (String one : written) {
      lines.append(Ids.sha256(bytes(one))).append("  corrections.csv\n");
    }
    Files.writeString(index.resolve(CorrectionChecksum.FILE), lines);
  }

  @Test
  void nothingIsAsItShouldBeWhereNothingWasEverCorrected() throws IOException {
    assertThat(CorrectionChecksum.of(index).isAsMarked()).isTrue();
    assertThat(CorrectionChecksum.accept(index)).isFalse();
    assertThat(index.resolve(CorrectionChecksum.FILE)).doesNotExist();
  }

  @Test
  void whatIsWrittenIsMarkedInAFormThatOtherProgramsRead() throws IOException {
    CorrectionChecksum.write(index, bytes("a"));
    CorrectionChecksum.write(index, bytes("b"));

    assertThat(index.resolve(CorrectionFile.FILE)).hasContent("b");
    assertThat(index.resolve(CorrectionChecksum.FILE))
        .hasContent(Ids.sha256(bytes("b")) + "  corrections.csv\n");
    assertThat(CorrectionChecksum.of(index).isAsMarked()).isTrue();
    try (Stream<Path> all = Files.list(index)) {
      assertThat(all).hasSize(2);
    }
  }

  /** The mark is of both; then comes the one; then the mark is of that alone. */
  @Test
  void aProcessThatEndsBetweenLeavesNothingThatLooksChanged() throws IOException {
    mark("", "new");
    assertThat(CorrectionChecksum.of(index).isAsMarked()).isTrue();
    Files.writeString(index.resolve(CorrectionFile.FILE), "new");
    assertThat(CorrectionChecksum.of(index).isAsMarked()).isTrue();
    mark("new", "newer");
    assertThat(CorrectionChecksum.of(index).isAsMarked()).isTrue();
    Files.writeString(index.resolve(CorrectionFile.FILE), "other");
    assertThat(CorrectionChecksum.of(index).isAsMarked()).isFalse();
  }

  @Test
  void whatIsAcceptedIsMarked() throws IOException {
    CorrectionChecksum.write(index, bytes("a"));
    Files.writeString(index.resolve(CorrectionFile.FILE), "by hand");

    assertThat(CorrectionChecksum.accept(index)).isTrue();
    assertThat(CorrectionChecksum.accept(index)).isFalse();
    assertThat(CorrectionChecksum.of(index).isAsMarked()).isTrue();
  }
}
