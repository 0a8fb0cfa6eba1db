package govsearch.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models are run by a library that is found beside them; here by one of the same shape. */
class OnnxEmbedderTest {

  /** Tells by a property what it was asked to close. */
  private static final String CLOSED = "govsearch.test.closed";

  @TempDir private Path folder;

  @BeforeEach
  void writeModel() throws IOException {
    System.clearProperty(CLOSED);
    Files.writeString(folder.resolve("model.onnx"), "graph");
    Files.writeString(
        folder.resolve("tokenizer.json"),
        """
        {"normalizer": {"lowercase": true},
         "model": {"vocab": {"[CLS]": 0, "[SEP]": 1, "[UNK]": 2, "法": 3, "治": 4}}}
        """);
  }

  private record Source(String name, String code) {
    JavaFileObject file() {
      return new SimpleJavaFileObject(
          URI.create("string:///ai/onnxruntime/" + name + ".java"), JavaFileObject.Kind.SOURCE) {
        @Override
        public CharSequence getCharContent(boolean ignore) {
          return "package ai.onnxruntime; import java.nio.*; import java.util.*;\n" + code;
        }
      };
    }
  }

  /**
   * Puts a runtime beside the model.
   *
   * @param begins what a session does when it is made
   * @param gives what it gives for {@code n} pieces
   */
  private void runtime(String begins, String gives) throws IOException {
    Path out = Files.createDirectories(folder.resolve("classes"));
    List<Source> sources =
        List.of(
            new Source(
                "OrtEnvironment",
                """
                public class OrtEnvironment {
                  public static OrtEnvironment getEnvironment() { return new OrtEnvironment(); }
                  public OrtSession createSession(String file, OrtSession.SessionOptions options) {
                    return new OrtSession();
                  }
                }
                """),
            new Source(
                "OrtSession",
                """
                public class OrtSession implements AutoCloseable {
                  OrtSession() { BEGINS }
                  public static class SessionOptions implements AutoCloseable {
                    public void setIntraOpNumThreads(int n) {}
                    public void setInterOpNumThreads(int n) {}
                    public void close() {}
                  }
                  public static class Result
                      implements AutoCloseable, Iterable<Map.Entry<String, OnnxValue>> {
                    int n;
                    public Iterator<Map.Entry<String, OnnxValue>> iterator() {
                      return Map.<String, OnnxValue>of("out", () -> GIVES).entrySet().iterator();
                    }
                    public void close() {}
                  }
                  static Object fail() { throw new StackOverflowError("too deep"); }
                  public Set<String> getInputNames() { return Set.of("input_ids"); }
                  public Result run(Map<String, Object> tensors) {
                    Result one = new Result();
                    one.n = ((OnnxTensor) tensors.get("input_ids")).n;
                    return one;
                  }
                  public void close() { System.setProperty("CLOSED", "yes"); }
                }
                """
                    .replace("BEGINS", begins)
                    .replace("GIVES", gives)
                    .replace("CLOSED", CLOSED)),
            new Source("OnnxValue", "public interface OnnxValue { Object getValue(); }"),
            new Source(
                "OnnxTensor",
                """
                public class OnnxTensor implements AutoCloseable {
                  int n;
                  public static OnnxTensor createTensor(OrtEnvironment e, LongBuffer b, long[] s) {
                    OnnxTensor one = new OnnxTensor();
                    one.n = b.remaining();
                    return one;
                  }
                  public void close() {}
                }
                """));
    boolean compiled =
        ToolProvider.getSystemJavaCompiler()
            .getTask(
                null,
                null,
                null,
                List.of("-d", out.toString()),
                null,
                sources.stream().map(Source::file).toList())
            .call();
    assertThat(compiled).isTrue();
    try (OutputStream to = Files.newOutputStream(folder.resolve("onnxruntime-0.jar"));
        ZipOutputStream zip = new ZipOutputStream(to);
        Stream<Path> files = Files.walk(out)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        zip.putNextEntry(new ZipEntry(out.relativize(file).toString().replace('\\', '/')));
        Files.copy(file, zip);
      }
    }
  }

  @Test
  void givesVectorsOfLengthOne() throws IOException {
    runtime("", "new float[][][] {{{n, 4}, {0, 0}}}");
    try (OnnxEmbedder embedder = OnnxEmbedder.open(folder)) {
      assertThat(embedder.dimension()).isEqualTo(2);
      assertThat(embedder.embed("法")).as("[CLS] 法 [SEP]").containsExactly(0.6f, 0.8f);
      assertThat(embedder.id()).hasSize(64);
    }
    assertThat(System.getProperty(CLOSED)).isEqualTo("yes");
  }

  @Test
  void leavesNothingOpenWhereTheModelEndsInAnError() throws IOException {
    runtime("", "fail()");
    assertThatThrownBy(() -> OnnxEmbedder.open(folder)).isInstanceOf(UnusableModelException.class);
    assertThat(System.getProperty(CLOSED)).isEqualTo("yes");
  }

  @Test
  void saysThatAGraphIsNoModelOfSentences() throws IOException {
    runtime("", "new float[][] {{3, 4}}");
    assertThatThrownBy(() -> OnnxEmbedder.open(folder))
        .isInstanceOf(UnusableModelException.class)
        .hasMessageContaining("算不出向量");
    assertThat(System.getProperty(CLOSED)).isEqualTo("yes");
  }

  @Test
  void saysWhyALibraryCannotBeUsed() throws IOException {
    runtime("if (true) throw new UnsatisfiedLinkError(\"no native part\");", "null");
    assertThatThrownBy(() -> OnnxEmbedder.open(folder))
        .isInstanceOf(UnusableModelException.class)
        .hasMessageContaining("装不上")
        .hasMessageContaining("no native part");
    Files.writeString(folder.resolve("onnxruntime-0.jar"), "half");
    assertThatThrownBy(() -> OnnxEmbedder.open(folder))
        .isInstanceOf(UnusableModelException.class)
        .hasMessageContaining("onnxruntime-0.jar");
  }

  @Test
  void namesTheFileThatIsMissing() throws IOException {
    assertThatThrownBy(() -> OnnxEmbedder.open(folder)).hasMessageContaining("onnxruntime");
    Files.delete(folder.resolve("tokenizer.json"));
    assertThatThrownBy(() -> OnnxEmbedder.open(folder)).hasMessageContaining("tokenizer.json");
  }
}
