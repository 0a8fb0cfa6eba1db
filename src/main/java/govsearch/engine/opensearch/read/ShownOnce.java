package govsearch.engine.opensearch.read;

import govsearch.engine.EngineUnavailableException;
import govsearch.engine.Match;
import govsearch.engine.MatchVisitor;
import govsearch.engine.PassageVisitor;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What was shown to somebody cannot be taken back: a snapshot that is lost then is an error. */
final class ShownOnce {
  private boolean begun;

  /** Does some work that shows things to somebody who is watched. */
  <T extends @Nullable Object> T guarded(Supplier<T> work) {
    try {
      return work.get();
    } catch (LostSnapshotException e) {
      if (begun) {
        throw new EngineUnavailableException("OpenSearch 的节点或索引变动了，没有做完；请重新开始", e);
      }
      throw e;
    }
  }

  MatchVisitor matches(MatchVisitor visitor) {
    return new MatchVisitor() {
      @Override
      public void begin(long total) {
        begun = true;
        visitor.begin(total);
      }

      @Override
      public void visit(Match match) {
        visitor.visit(match);
      }
    };
  }

  PassageVisitor passages(PassageVisitor visitor) {
    return passage -> {
      begun = true;
      visitor.visit(passage);
    };
  }

  <T> Predicate<T> until(Predicate<T> visitor) {
    return one -> {
      begun = true;
      return visitor.test(one);
    };
  }

  <T> Consumer<T> each(Consumer<T> each) {
    return one -> {
      begun = true;
      each.accept(one);
    };
  }
}
