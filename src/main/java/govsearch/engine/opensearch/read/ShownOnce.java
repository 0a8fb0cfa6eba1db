package govsearch.engine.opensearch.read;

import govsearch.engine.EngineUnavailableException;
import java.util.function.Supplier;

/** What was shown to somebody cannot be taken back: a snapshot that is lost then is an error. */
final class ShownOnce {
  private ShownOnce() {}

  /**
   * Does some work that shows things.
   *
   * @param begun whether any was shown, which the work says
   */
  static <T> T guarded(boolean[] begun, Supplier<T> work) {
    try {
      return work.get();
    } catch (LostSnapshotException e) {
      if (begun[0]) {
        throw new EngineUnavailableException("OpenSearch 的节点或索引变动了，没有做完；请重新开始", e);
      }
      throw e;
    }
  }
}
