package govsearch.engine.lucene.similar;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import govsearch.engine.Embedder;
import govsearch.text.MatterSentences;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MatterVectorsTest {

  private static final int DIMENSION = 128;

  @TempDir private Path folder;

  /** Of texts by their characters. */
  private record Characters(char name, AtomicInteger read) implements Embedder {

    Characters(char name) {
      this(name, new AtomicInteger());
    }

    @Override
    public String id() {
      return Character.toString(name).repeat(VectorLayout.ID_LENGTH);
    }

    @Override
    public int dimension() {
      return DIMENSION;
    }

    @Override
    public float[] embed(String text) {
      read.incrementAndGet();
      float[] vector = new float[DIMENSION];
      text.chars().forEach(c -> vector[c * 31 % DIMENSION]++);
      return VectorSpace.unit(vector);
    }

    @Override
    public float[] embedQuestion(String text) {
      return embed(text);
    }

    @Override
    public void close() {}
  }

  private MatterVectors of(Characters model) throws IOException {
    return requireNonNull(MatterVectors.of(folder.resolve("m/vectors.bin"), model, () -> false));
  }

  @Test
  void aTextIsMostlyAboutWhatTheNearestSentenceTellsOf() throws IOException {
    Characters model = new Characters('a');
    MatterVectors matters = of(model);
    MatterSentences.Sentence some = MatterSentences.builtIn().all().get(321);
    double[] about = matters.about(Quantised.of(model.embed(some.text())));
    assertThat(Arrays.stream(about).sum()).isCloseTo(1, within(1e-9));
    double most = Arrays.stream(about).max().orElseThrow();
    assertThat(about[some.matter()]).isEqualTo(most);
  }

  @Test
  void theSentencesAreReadOnceForEachModel() throws IOException {
    int all = MatterSentences.builtIn().all().size();
    Characters first = new Characters('a');
    of(first);
    assertThat(first.read()).hasValue(all);
    Characters again = new Characters('a');
    of(again);
    assertThat(again.read()).hasValue(0);
    Characters other = new Characters('b');
    of(other);
    assertThat(other.read()).hasValue(all);
  }

  @Test
  void whatWasStoppedIsGoneOnWith() throws IOException {
    Characters first = new Characters('a');
    Path file = folder.resolve("m/vectors.bin");
    assertThat(MatterVectors.of(file, first, () -> first.read().get() == 10)).isNull();
    Characters second = new Characters('a');
    of(second);
    assertThat(second.read()).hasValue(MatterSentences.builtIn().all().size() - 10);
  }
}
