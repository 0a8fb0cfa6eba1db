package govsearch.engine.lucene.similar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.ByteBuffer;
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
    return file.cosine(file.row(key), Quantised.of(unit(to)), new byte[4]);
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

  private Path file() {
    return folder.resolve("vectors.bin");
  }

  @Test
  void aByteThatFlipsIsFoundWhereverItIs() throws IOException {
    try (VectorFile file = open(MODEL)) {
      file.append(7, unit(1, 2, 3, 4));
      file.append(8, unit(4, 3, 2, 1));
    }
    assertThat(VectorFile.damages(file())).isZero();
    byte[] bytes = Files.readAllBytes(file());
    int damagedHeads = 0;
    for (int at = 0; at < bytes.length; at++) {
      byte[] flipped = bytes.clone();
      flipped[at] ^= (byte) (1 << at % 8);
      Files.write(file(), flipped);
      try {
        assertThat(VectorFile.damages(file())).as("at " + at).isEqualTo(1);
      } catch (VectorLayout.DamagedException e) {
        damagedHeads++;
      }
    }
    assertThat(damagedHeads).isEqualTo(VectorLayout.of(4).head());
  }

  @Test
  void aDamagedVectorIsAsIfItHadNeverBeenMade() throws IOException {
    try (VectorFile file = open(MODEL)) {
      file.append(7, unit(1, 2, 3, 4));
      file.append(8, unit(4, 3, 2, 1));
    }
    byte[] bytes = Files.readAllBytes(file());
    bytes[VectorLayout.of(4).head() + VectorLayout.of(4).record() - 6] ^= 16;
    Files.write(file(), bytes);
    try (VectorFile file = open(MODEL)) {
      assertThat(file.has(7)).isFalse();
      assertThat(cosine(file, 8, 4, 3, 2, 1)).isEqualTo(1, within(0.02f));
      file.append(7, unit(1, 2, 3, 4));
      assertThat(cosine(file, 7, 1, 2, 3, 4)).isEqualTo(1, within(0.02f));
    }
    assertThat(VectorFile.damages(file())).isEqualTo(1);
  }

  @Test
  void aDamagedHeadIsNotTakenForAnotherModels() throws IOException {
    open(MODEL).close();
    byte[] bytes = Files.readAllBytes(file());
    bytes[20] ^= 1;
    Files.write(file(), bytes);
    assertThatThrownBy(() -> open(MODEL)).isInstanceOf(VectorLayout.DamagedException.class);
  }

  /** As versions before 0.2.0 wrote them. */
  @Test
  void aFileWithoutChecksumsIsReadAndGoesOn() throws IOException {
    VectorLayout former = new VectorLayout(4, false);
    ByteBuffer written = ByteBuffer.allocate(former.head() + former.record());
    written.put(former.head(MODEL)).put(former.record(7, Quantised.of(unit(1, 2, 3, 4))));
    assertThat(written.getInt(0)).isEqualTo(0x67767631);
    Files.write(file(), written.array());
    assertThat(VectorFile.damages(file())).isZero();
    try (VectorFile file = open(MODEL)) {
      assertThat(cosine(file, 7, 1, 2, 3, 4)).isEqualTo(1, within(0.02f));
      file.append(8, unit(4, 3, 2, 1));
    }
    try (VectorFile file = open(MODEL)) {
      assertThat(file.count()).isEqualTo(2);
      assertThat(cosine(file, 8, 4, 3, 2, 1)).isEqualTo(1, within(0.02f));
    }
    assertThatThrownBy(() -> open(OTHER)).isInstanceOf(VectorFile.OtherModelException.class);
  }
}
