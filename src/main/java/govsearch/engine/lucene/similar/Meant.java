package govsearch.engine.lucene.similar;

import govsearch.engine.Deadline;
import govsearch.engine.Learnt;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import org.apache.lucene.search.ScoreDoc;
import org.jspecify.annotations.Nullable;

/**
 * What a learnt model makes of what is asked.
 *
 * @param learnt how far it takes part
 * @param meaning null where it takes none
 * @param nearest what it finds nearest to that
 */
@SuppressWarnings("ArrayRecordComponent") // never changed
record Meant(Learnt learnt, @Nullable Meaning meaning, ScoreDoc[] nearest) {

  /** Asks a model. */
  interface Asking {

    /** What the text means. */
    Meaning meaning() throws IOException, AskedModel.FailedException;
  }

  static Meant nothing(Learnt learnt) {
    return new Meant(learnt, null, new ScoreDoc[0]);
  }

  /**
   * Asks on another core, if one is free, while this thread does something else; both have ended
   * when this returns or throws, as what they read is given back then.
   */
  static Meant meanwhile(Vectors vectors, Asking asking, int depth, Runnable meanwhile) {
    Deadline deadline = Deadline.current();
    ForkJoinTask<Meant> task =
        ForkJoinPool.commonPool().submit(() -> deadline.call(() -> of(vectors, asking, depth)));
    try {
      meanwhile.run();
    } finally {
      task.quietlyJoin();
    }
    Meant meant = task.join();
    if (meant.learnt.state() == Learnt.State.FAILED) {
      deadline.waive();
    }
    return meant;
  }

  private static Meant of(Vectors vectors, Asking asking, int depth) {
    try {
      Meaning meaning = asking.meaning();
      return new Meant(vectors.learnt(), meaning, meaning.nearest(depth));
    } catch (AskedModel.FailedException e) {
      return nothing(vectors.learnt().asFailed()); // which was logged
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
