package govsearch.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A model is put in place whole or not at all, and an earlier one stays until then. */
class ModelDeliveryTest {

  private static final String LIBRARY = "onnxruntime-1.20.0.jar";

  @TempDir private Path home;

  private Path folder() {
    return home.resolve("model");
  }

  /** What a repository that is whole gives. */
  private static void give(String artifact, Path to) throws IOException {
    if (artifact.equals(ModelDelivery.RUNTIME)) {
      Files.writeString(to.resolve(LIBRARY), "runtime");
    } else {
      try (OutputStream out = Files.newOutputStream(to.resolve("langchain4j-bge.jar"));
          ZipOutputStream zip = new ZipOutputStream(out)) {
        put(zip, "bge-small-zh-v1.5-q.onnx", "graph");
        put(zip, "bge-small-zh-v1.5-q-tokenizer.json", "pieces");
        put(zip, "dev/langchain4j/Some.class", "code");
      }
    }
  }

  private static void put(ZipOutputStream zip, String name, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(text.getBytes(StandardCharsets.UTF_8));
  }

  private Map<String, String> sums() throws IOException {
    Path some = home.resolve("some");
    return Map.of(
        "model.onnx",
        sum(some, "graph"),
        "tokenizer.json",
        sum(some, "pieces"),
        LIBRARY,
        sum(some, "runtime"));
  }

  private static String sum(Path some, String text) throws IOException {
    Files.writeString(some, text);
    return ModelDelivery.sha256(some);
  }

  private ModelDelivery delivery(ModelDelivery.Source source) throws IOException {
    return new ModelDelivery(folder(), source, sums(), any -> {});
  }

  private Stream<String> names(Path of) throws IOException {
    try (Stream<Path> files = Files.list(of)) {
      return files.map(file -> file.getFileName().toString()).toList().stream();
    }
  }

  private void assertOnlyTheFormerOneIsThere() throws IOException {
    assertThat(names(folder())).containsExactly("model.onnx");
    assertThat(folder().resolve("model.onnx")).hasContent("former");
    assertThat(home.resolve("model.draft")).doesNotExist();
  }

  private void putFormer() throws IOException {
    Files.createDirectories(folder());
    Files.writeString(folder().resolve("model.onnx"), "former");
  }

  @Test
  void putsItInPlaceOfAnEarlierOneAndKnowsItAgain() throws Exception {
    putFormer();
    ModelDelivery delivery = delivery(ModelDeliveryTest::give);
    assertThat(delivery.isThere()).isFalse();
    delivery.bring();
    assertThat(names(folder())).containsExactlyInAnyOrder("model.onnx", "tokenizer.json", LIBRARY);
    assertThat(folder().resolve("model.onnx")).hasContent("graph");
    assertThat(delivery.isThere()).isTrue();
    assertThat(names(home)).doesNotContain("model.draft", "model.former");
  }

  @Test
  void takesNothingThatAnInterruptedRunHasLeft() throws Exception {
    Path draft = Files.createDirectories(home.resolve("model.draft"));
    Files.writeString(draft.resolve("langchain4j-half.jar"), "half");
    Files.writeString(draft.resolve("onnxruntime-0.9.jar"), "older");
    delivery(ModelDeliveryTest::give).bring();
    assertThat(names(folder())).containsExactlyInAnyOrder("model.onnx", "tokenizer.json", LIBRARY);
  }

  @Test
  void refusesWhatHasAnotherSum() throws IOException {
    putFormer();
    ModelDelivery delivery =
        delivery(
            (artifact, to) -> {
              give(artifact, to);
              if (artifact.equals(ModelDelivery.RUNTIME)) {
                Files.writeString(to.resolve(LIBRARY), "runtim");
              }
            });
    assertThatThrownBy(delivery::bring)
        .isInstanceOf(UserMistakeException.class)
        .hasMessageContaining(LIBRARY)
        .hasMessageContaining("不符");
    assertOnlyTheFormerOneIsThere();
  }

  @Test
  void refusesHalfADownload() throws IOException {
    putFormer();
    ModelDelivery delivery =
        delivery(
            (artifact, to) -> {
              give(artifact, to);
              Path jar = to.resolve("langchain4j-bge.jar");
              byte[] whole = Files.readAllBytes(jar);
              Files.write(jar, java.util.Arrays.copyOf(whole, whole.length / 2));
            });
    assertThatThrownBy(delivery::bring)
        .isInstanceOf(UserMistakeException.class)
        .hasMessageContaining("没有下完");
    assertOnlyTheFormerOneIsThere();
  }

  @Test
  void refusesWhatLacksAFile() throws IOException {
    putFormer();
    ModelDelivery delivery =
        delivery(
            (artifact, to) -> {
              if (!artifact.equals(ModelDelivery.RUNTIME)) {
                give(artifact, to);
              }
            });
    assertThatThrownBy(delivery::bring)
        .isInstanceOf(UserMistakeException.class)
        .hasMessageContaining("没有 " + LIBRARY);
    assertOnlyTheFormerOneIsThere();
  }

  @Test
  void keepsTheFormerOneWhereTheNewOneCannotBeUsed() throws IOException {
    putFormer();
    ModelDelivery delivery =
        new ModelDelivery(
            folder(),
            ModelDeliveryTest::give,
            sums(),
            any -> {
              throw new UserMistakeException("用不了");
            });
    assertThatThrownBy(delivery::bring).hasMessage("用不了");
    assertOnlyTheFormerOneIsThere();
  }
}
