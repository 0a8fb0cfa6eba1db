package govsearch.evaluate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.stream.LongStream;

/**
 * The most memory that a process and those it started held at a time, as Linux counts what is
 * resident. Looked at ten times a second, so a shorter peak may be missed.
 */
final class PeakMemory implements AutoCloseable {

  private static final long INTERVAL_MILLIS = 100;
  private static final long PAGE = 4096;

  private final ProcessHandle process;
  private final Thread sampler;
  private volatile long peak;

  /** Of this process. */
  PeakMemory() {
    this(ProcessHandle.current());
  }

  PeakMemory(ProcessHandle process) {
    this.process = process;
    sampler = Thread.ofPlatform().daemon().name("peak-memory").start(this::sample);
  }

  private void sample() {
    try {
      while (true) {
        long now =
            LongStream.concat(
                    LongStream.of(process.pid()),
                    process.descendants().mapToLong(ProcessHandle::pid))
                .map(PeakMemory::resident)
                .sum();
        peak = Math.max(peak, now);
        Thread.sleep(INTERVAL_MILLIS);
      }
    } catch (InterruptedException e) {
      // done
    }
  }

  /** Bytes; 0 of a process that has ended, and where there is no {@code /proc}. */
  private static long resident(long pid) {
    try {
      String[] pages = Files.readString(Path.of("/proc/" + pid + "/statm")).split(" ");
      return Long.parseLong(pages[1]) * PAGE;
    } catch (IOException e) {
      return 0;
    }
  }

  /** Bytes so far; empty where it cannot be known. */
  OptionalLong bytes() {
    return peak == 0 ? OptionalLong.empty() : OptionalLong.of(peak);
  }

  @Override
  public void close() {
    sampler.interrupt();
  }
}
