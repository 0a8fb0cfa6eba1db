package govsearch.cli;

import govsearch.engine.lucene.LuceneEngine;
import govsearch.model.OnnxEmbedder;
import govsearch.model.UnusableModelException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --model}: a learnt model that helps to find similar problems. */
final class ModelOption {

  /** Below the program's folder. */
  static final String FOLDER = "model";

  @Option(
      names = "--model",
      paramLabel = "目录",
      description =
          "语义模型所在的目录（model.onnx、tokenizer.json、onnxruntime*.jar）；不给则用 ./govsearch model add"
              + " 取来的，没有就不用；none 为不用")
  private @Nullable String model;

  /** Has the model take part, if there is one. */
  void begin(LuceneEngine engine, Path home) {
    Path folder = folder(home);
    if (folder != null) {
      try {
        engine.learn(OnnxEmbedder.open(folder));
      } catch (UnusableModelException e) {
        throw new UserMistakeException(String.valueOf(e.getMessage()));
      }
    }
  }

  private @Nullable Path folder(Path home) {
    if (model == null) {
      Path own = home.resolve(FOLDER);
      return Files.isDirectory(own) ? own : null;
    }
    return model.equals("none") ? null : Path.of(model);
  }
}
