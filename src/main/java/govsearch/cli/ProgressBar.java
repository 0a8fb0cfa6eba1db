package govsearch.cli;

import govsearch.ingest.sync.Ingest.Progress;
import java.io.PrintStream;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * Tells how far a run is, how fast it goes, and how long it will take. On a terminal it is one line
 * that is drawn again; elsewhere a line at every tenth.
 */
final class ProgressBar implements Progress {

  private static final int CELLS = 24;
  private static final long REDRAW_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
  private static final double MEGABYTE = 1e6;

  private final PrintStream out;
  private final boolean redraws;
  private final long start = System.nanoTime();
  private long drawnAt = start - REDRAW_NANOS;

  ProgressBar(PrintStream out, boolean redraws) {
    this.out = out;
    this.redraws = redraws;
  }

  @Override
  public void file(State state) {
    if (redraws) {
      redraw(state, System.nanoTime());
    } else if (isTenth(state)) {
      out.println("已处理 " + state.done() + "/" + state.files());
    }
  }

  private static boolean isTenth(State state) {
    return state.done() == state.files()
        || state.done() * 10L / state.files() != (state.done() - 1) * 10L / state.files();
  }

  private void redraw(State state, long now) {
    boolean last = state.done() == state.files();
    if (!last && now - drawnAt < REDRAW_NANOS) {
      return;
    }
    drawnAt = now;
    // To the end of the line everything of the drawing before is cleared.
    out.print("\r" + line(state, (now - start) / 1e9) + "\033[K" + (last ? "\n" : ""));
    out.flush();
  }

  /**
   * The line.
   *
   * @param seconds since the beginning
   */
  static String line(State state, double seconds) {
    int filled = (int) ((long) CELLS * state.done() / state.files());
    double passed = Math.max(seconds, 1e-3);
    return "[%s%s] %,d/%,d  %.1f 个/秒  %.2f MB/秒%s"
        .formatted(
            "█".repeat(filled),
            "░".repeat(CELLS - filled),
            state.done(),
            state.files(),
            state.done() / passed,
            state.bytesDone() / MEGABYTE / passed,
            left(state, passed));
  }

  /** By bytes, for a long file takes longer; nothing is said of what nothing is known of. */
  private static String left(State state, double passed) {
    if (state.bytesDone() == 0 || state.done() == state.files()) {
      return "";
    }
    double perByte = passed / state.bytesDone();
    return "  剩余约 " + span(Math.round((state.bytes() - state.bytesDone()) * perByte));
  }

  private static String span(long seconds) {
    if (seconds < 60) {
      return seconds + " 秒";
    }
    return seconds < 3600
        ? String.format(Locale.ROOT, "%d 分 %02d 秒", seconds / 60, seconds % 60)
        : String.format(Locale.ROOT, "%d 小时 %02d 分", seconds / 3600, seconds / 60 % 60);
  }
}
