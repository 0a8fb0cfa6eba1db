package govsearch.engine.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class IdleCoresTest {

  private static final int SECONDS = 20;

  @Test
  void aPartIsDoneBesideItsRequestByAnotherThread() throws Exception {
    try (IdleCores cores = new IdleCores(2);
        IdleCores.Busy request = cores.begin()) {
      FutureTask<Thread> part = new FutureTask<>(Thread::currentThread);
      cores.execute(part);
      assertThat(request).isNotNull();
      assertThat(part.get(SECONDS, TimeUnit.SECONDS)).isNotEqualTo(Thread.currentThread());
    }
  }

  @Test
  void whereRequestsKeepAllCoresBusyNoPartIsTaken() {
    try (IdleCores cores = new IdleCores(2);
        IdleCores.Busy one = cores.begin()) {
      IdleCores.Busy other = cores.begin();
      assertThatThrownBy(() -> cores.execute(() -> {}))
          .isInstanceOf(RejectedExecutionException.class);
      other.close();
      cores.execute(() -> {});
      assertThat(one).isNotNull();
    }
  }

  @Test
  void aPartKeepsACoreBusyTooUntilItIsDone() throws Exception {
    CountDownLatch goOn = new CountDownLatch(1);
    try (IdleCores cores = new IdleCores(2);
        IdleCores.Busy request = cores.begin()) {
      cores.execute(
          () -> {
            try {
              goOn.await();
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
          });
      assertThatThrownBy(() -> cores.execute(() -> {}))
          .isInstanceOf(RejectedExecutionException.class);
      goOn.countDown();
      assertThat(request).isNotNull();
      assertThat(isTaken(cores)).isTrue();
    }
  }

  /** It takes the thread a moment to be ready for the next one. */
  private static boolean isTaken(IdleCores cores) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
    while (System.nanoTime() < end) {
      try {
        cores.execute(() -> {});
        return true;
      } catch (RejectedExecutionException e) {
        Thread.onSpinWait();
      }
    }
    return false;
  }

  @Test
  void ofOneCoreNoneIsIdle() {
    try (IdleCores cores = new IdleCores(1);
        IdleCores.Busy request = cores.begin()) {
      assertThatThrownBy(() -> cores.execute(() -> {}))
          .isInstanceOf(RejectedExecutionException.class);
      assertThat(request).isNotNull();
    }
  }
}
