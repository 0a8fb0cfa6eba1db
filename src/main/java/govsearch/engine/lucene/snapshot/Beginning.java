package govsearch.engine.lucene.snapshot;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Until when a collection was filled for the first time: what it has had by then is where it
 * begins, and nothing new. It stands in every commit, those of a rebuild as well.
 */
public final class Beginning {

  /** As a time: it is being filled. */
  public static final long GOING_ON = Long.MAX_VALUE;

  private static final String KEY = "govsearch.begun";

  private long until;
  private boolean ended;

  private Beginning(long until) {
    this.until = until;
  }

  /**
   * That of a collection that is written to.
   *
   * @param lastCommit what its last commit carries; null where nothing of an earlier one is there
   */
  public static Beginning of(@Nullable Map<String, String> lastCommit) {
    return new Beginning(lastCommit == null ? GOING_ON : until(lastCommit));
  }

  /** What a commit says: seconds since 1970, {@link #GOING_ON}, or 0 where it does not say. */
  public static long until(Map<String, String> commitData) {
    String said = commitData.getOrDefault(KEY, "0");
    try {
      return Long.parseLong(said);
    } catch (NumberFormatException e) {
      return 0; // not ours
    }
  }

  /** A run has ended that has put all that there was. */
  public synchronized void end() {
    ended = true;
  }

  /**
   * Says it in a commit.
   *
   * @param now seconds since 1970
   */
  public synchronized void write(Map<String, String> commitData, long now) {
    if (ended && until == GOING_ON) {
      until = now;
    }
    commitData.put(KEY, Long.toString(until));
  }
}
