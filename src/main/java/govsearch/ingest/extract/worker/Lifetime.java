package govsearch.ingest.extract.worker;

import java.time.Duration;

/** Ends the process when one request takes far too long: its program may be gone. */
final class Lifetime {

  private final long limitNanos;
  private volatile long begun;
  private volatile int code;

  Lifetime(Duration limit) {
    limitNanos = limit.toNanos();
    Thread.ofPlatform().daemon().name("lifetime").start(this::watch);
  }

  void begin(int codeWhenLate) {
    begun = System.nanoTime();
    code = codeWhenLate;
  }

  void end() {
    code = 0;
  }

  private void watch() {
    try {
      while (true) {
        Thread.sleep(1000);
        if (code != 0 && System.nanoTime() - begun > limitNanos) {
          Runtime.getRuntime().halt(code);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
