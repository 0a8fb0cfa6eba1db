package govsearch.engine.lucene;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Lets work in the background give way to whoever writes to the index meanwhile, in this process or
 * in another: the rest of it is done afterwards. That somebody writes is seen by the files, which
 * any writer changes all the time; a lock would have to be tried, and be in that writer's way.
 *
 * <p>For one thread.
 */
final class GivingWay {

  /** So often the files are looked at. */
  static final Duration LOOK = Duration.ofMillis(500);

  /** Of the time one in so many is taken while somebody writes: some write all day. */
  private static final int ONE_IN = 20;

  private final Path folder;
  private final LongSupplier clock;
  private long lookedAt;
  private long seen;
  private boolean written;
  private long workedFrom;

  /**
   * Gives way to who writes in a folder.
   *
   * @param clock nanoseconds
   */
  GivingWay(Path folder, LongSupplier clock) {
    this.folder = folder;
    this.clock = clock;
    this.lookedAt = clock.getAsLong();
    this.seen = files();
    begin();
  }

  /** A piece of work begins. */
  void begin() {
    workedFrom = clock.getAsLong();
  }

  /** How long to rest, now that the piece of work that was begun is done; mostly not at all. */
  Duration rest() {
    long now = clock.getAsLong();
    if (now - lookedAt >= LOOK.toNanos()) {
      long before = seen;
      seen = files();
      written = seen != before;
      lookedAt = now;
    }
    return written ? Duration.ofNanos((now - workedFrom) * (ONE_IN - 1)) : Duration.ZERO;
  }

  /** A number that is another one as soon as a file comes, goes or grows. */
  private long files() {
    long sum = 0;
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        BasicFileAttributes of = Files.readAttributes(file, BasicFileAttributes.class);
        long one = 31L * file.hashCode() + of.size();
        sum += 31 * one + of.lastModifiedTime().toMillis();
      }
    } catch (IOException | DirectoryIteratorException e) {
      return seen + 1; // one has gone since it was listed
    }
    return sum;
  }
}
