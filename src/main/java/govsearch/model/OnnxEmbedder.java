package govsearch.model;

import govsearch.engine.Embedder;
import java.io.IOException;
import java.nio.file.Path;

/** A sentence encoder of BERT's kind, run from files. */
public final class OnnxEmbedder implements Embedder {

  private final ModelFolder model;
  private final WordPiece tokenizer;
  private final OnnxRuntime runtime;
  private final String id;
  private final int dimension;

  private OnnxEmbedder(ModelFolder model, OnnxRuntime runtime) {
    this.model = model;
    this.runtime = runtime;
    this.tokenizer = model.tokenizer();
    this.id = model.sha256();
    this.dimension = embed("").length;
  }

  /**
   * Loads a model.
   *
   * @throws UnusableModelException if it cannot be used
   */
  public static OnnxEmbedder open(Path folder) {
    ModelFolder model = ModelFolder.of(folder);
    try {
      OnnxRuntime runtime = new OnnxRuntime(model.library(), folder.resolve(ModelFolder.GRAPH));
      OnnxEmbedder ready = null;
      try {
        ready = new OnnxEmbedder(model, runtime);
        return ready;
      } finally {
        if (ready == null) { // be it for an Error: native memory is nobody else's to free
          runtime.close();
        }
      }
    } catch (IOException e) {
      throw new UnusableModelException("模型 " + folder + " 装不上：" + e.getMessage(), e);
    } catch (OnnxRuntime.FailedException e) {
      throw new UnusableModelException("模型 " + folder + " 算不出向量，可能不是句向量模型：" + e.getMessage(), e);
    }
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public int dimension() {
    return dimension;
  }

  @Override
  public float[] embed(String text) {
    float[][] pieces = runtime.run(tokenizer.encode(text, model.longest()));
    float[] vector = model.pooling().equals("mean") ? mean(pieces) : pieces[0];
    double square = 0;
    for (float value : vector) {
      square += value * value;
    }
    float[] unit = new float[vector.length];
    for (int i = 0; i < unit.length; i++) {
      unit[i] = (float) (vector[i] / Math.sqrt(square));
    }
    return unit;
  }

  private static float[] mean(float[][] pieces) {
    float[] sum = new float[pieces[0].length];
    for (float[] piece : pieces) {
      for (int i = 0; i < sum.length; i++) {
        sum[i] += piece[i];
      }
    }
    return sum; // its length does not matter
  }

  @Override
  public float[] embedQuestion(String text) {
    return embed(model.prefix() + text);
  }

  @Override
  public void close() {
    runtime.close();
  }
}
