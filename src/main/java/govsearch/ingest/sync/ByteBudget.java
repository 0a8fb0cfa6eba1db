package govsearch.ingest.sync;

import java.util.concurrent.Semaphore;

/**
 * Bounds how many bytes of files are worked on at once, in the order in which they are asked for. A
 * file that is larger than all of it is worked on alone.
 */
final class ByteBudget {

  /** Reading a file takes some ten times its length: text, lines, paragraphs, documents. */
  private static final int HEAP_PER_BYTE = 32;

  private static final int UNIT = 1 << 10;
  private static final int LEAST_UNITS = 1 << 10;

  private final int units;
  private final Semaphore free;

  /** A part of the heap. */
  ByteBudget() {
    long most = Runtime.getRuntime().maxMemory() / HEAP_PER_BYTE / UNIT;
    units = Math.clamp(most, LEAST_UNITS, Integer.MAX_VALUE);
    free = new Semaphore(units, true);
  }

  /** Waits for room; what is given is to be released. */
  int acquire(long bytes) {
    int wanted = Math.clamp(bytes / UNIT + 1, 1, units);
    free.acquireUninterruptibly(wanted);
    return wanted;
  }

  void release(int acquired) {
    free.release(acquired);
  }
}
