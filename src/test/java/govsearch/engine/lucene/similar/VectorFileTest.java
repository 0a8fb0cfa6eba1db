package govsearch.engine.lucene.similar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Vectors are kept, found again, and never mixed with another model's. */
class VectorFileTest {

  private static final String MODEL = "a".repeat(64);
  private static final String OTHER = "b".repeat(64);

  @TempDir private Path folder;

  private VectorFile open(String model) throws IOException {
    return VectorFile.open(folder.resolve("vectors.bin"), model, 4);
  }

  private static float[] unit(float... values) {
    double square = 0;
    for (float value : values) {
      square += value * value;
    }
    for (int i = 0; i < values.length; i++) {
      values[i] /= (float) Math.sqrt(square);
    }
    return values;
  }

  private static float cosine(VectorFile file, long key, float... to) throws IOException {
    return file.cosine(file.row(key), VectorFile.Quantised.of(unit(to)), new byte[4]);
  }

  @Test
  void whatWasMadeBeforeIsThereAgain() throws IOException {
    try (VectorFile file = open(MODEL)) {
      file.append(7, unit(1, 2, 3, 4));
      file.append(-9, unit(4, -3, 2, -1));
    }
    try (VectorFile file = open(MODEL)) {
      assertThat(file.count()).isEqualTo(2);
      assertThat(file.has(7)).isTrue();
      assertThat(file.row(8)).isEqualTo(-1);
      assertThat(cosine(file, 7, 1, 2, 3, 4)).isEqualTo(1, within(0.02f));
      assertThat(cosine(file, -9, 1, 2, 3, 4)).isEqualTo(0, within(0.02f));
      file.append(8, unit(1, 1, 1, 1));
      assertThat(cosine(file, 8, 1, 1, 1, 1)).isEqualTo(1, within(0.02f));
    }
  }

  @Test
  void aRecordThatIsNotWholeIsCutOff() throws IOException {
    try (VectorFile file = open(MODEL)) {
      file.append(7, unit(1, 2, 3, 4));
    }
    Files.write(folder.resolve("vectors.bin"), new byte[] {1, 2, 3}, StandardOpenOption.APPEND);
    try (VectorFile file = open(MODEL)) {
      assertThat(file.count()).isEqualTo(1);
      file.append(8, unit(1, 0, 0, 0));
    }
    try (VectorFile file = open(MODEL)) {
      assertThat(cosine(file, 8, 1, 0, 0, 0)).isEqualTo(1, within(0.02f));
    }
  }

  @Test
  void anotherModelIsRefused() throws IOException {
    open(MODEL).close();
    assertThatThrownBy(() -> open(OTHER)).isInstanceOf(VectorFile.OtherModelException.class);
  }
}
