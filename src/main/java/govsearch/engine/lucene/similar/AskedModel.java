package govsearch.engine.lucene.similar;

import govsearch.engine.Embedder;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A learnt model as questions ask it, each of which can be answered without it. */
final class AskedModel {

  private static final Logger LOG = LoggerFactory.getLogger(AskedModel.class);

  private final Embedder embedder;
  private final AtomicBoolean told = new AtomicBoolean();

  AskedModel(Embedder embedder) {
    this.embedder = embedder;
  }

  /** As {@link Embedder#embed}. */
  float[] embed(String text) throws FailedException {
    return ask(() -> embedder.embed(text));
  }

  /** As {@link Embedder#embedQuestion}. */
  float[] embedQuestion(String text) throws FailedException {
    return ask(() -> embedder.embedQuestion(text));
  }

  private float[] ask(Supplier<float[]> question) throws FailedException {
    try {
      return question.get();
    } catch (RuntimeException | LinkageError e) { // the latter of the model's own library
      if (!told.getAndSet(true)) { // who asks next may see the same
        LOG.error("the model fails; what is asked is answered without it", e);
      }
      throw new FailedException(e);
    }
  }

  /** The model gave nothing. */
  static final class FailedException extends Exception {
    private static final long serialVersionUID = 1;

    FailedException(Throwable cause) {
      super(cause);
    }
  }
}
