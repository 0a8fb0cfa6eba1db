package govsearch.evaluate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a program took that ran as a process of its own: time, processor time and memory of it and
 * of all that it started, as Linux counts them.
 *
 * @param exitCode of the program
 * @param seconds by the clock
 * @param cpuSeconds of all cores together; 0 where there is no {@code /proc}
 * @param peakBytes resident, of all processes together; 0 where there is no {@code /proc}
 */
record ProcessUsage(int exitCode, double seconds, double cpuSeconds, long peakBytes) {

  private static final long INTERVAL_MILLIS = 50;

  /** Of a tick, which Linux fixed at this for what it tells programs. */
  private static final double TICK_SECONDS = 0.01;

  /** Places of utime, stime, cutime and cstime behind the name, which is in brackets. */
  private static final int FIRST_TIME = 11;

  private static final int TIMES = 4;

  /** Runs a program to its end. What it prints is passed over, save what it says is wrong. */
  static ProcessUsage of(ProcessBuilder program) throws IOException {
    long start = System.nanoTime();
    Process process =
        program
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    double cpu = 0;
    try (PeakMemory memory = new PeakMemory(process.toHandle())) {
      while (process.isAlive()) {
        cpu = Math.max(cpu, cpuSeconds(process.pid()));
        Thread.sleep(INTERVAL_MILLIS);
      }
      double seconds = (System.nanoTime() - start) / 1e9;
      return new ProcessUsage(process.exitValue(), seconds, cpu, memory.bytes().orElse(0));
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  /** With that of the processes it has waited for. */
  static double cpuSeconds(long pid) {
    try {
      String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
      String[] values = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
      long ticks = 0;
      for (int i = FIRST_TIME; i < FIRST_TIME + TIMES; i++) {
        ticks += Long.parseLong(values[i]);
      }
      return ticks * TICK_SECONDS;
    } catch (IOException e) {
      return 0; // it has just ended
    }
  }
}
