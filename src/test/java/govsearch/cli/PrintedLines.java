package govsearch.cli;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Takes what a command prints, line by line, whichever of its threads prints. Not a pipe: a pipe's
 * reader fails as soon as the thread that wrote last has ended, though others still write.
 */
final class PrintedLines extends OutputStream {

  private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
  private final ByteArrayOutputStream begun = new ByteArrayOutputStream();

  @Override
  public synchronized void write(int unit) {
    if (unit == '\n') {
      lines.add(begun.toString(StandardCharsets.UTF_8));
      begun.reset();
    } else {
      begun.write(unit);
    }
  }

  /** The next line without its end, or null where none was printed within the time. */
  @Nullable String next(Duration patience) throws InterruptedException {
    return lines.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
  }
}
