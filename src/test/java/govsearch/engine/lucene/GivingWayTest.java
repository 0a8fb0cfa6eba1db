package govsearch.engine.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GivingWayTest {

  private static final Duration WORK = Duration.ofMillis(10);

  @TempDir private Path folder;
  private final AtomicLong clock = new AtomicLong(77);
  private GivingWay way;

  @BeforeEach
  void open() throws IOException {
    Files.writeString(folder.resolve("_1.fdt"), "a");
    way = new GivingWay(folder, clock::get);
  }

  private void pass(Duration time) {
    clock.addAndGet(time.toNanos());
  }

  /** What is to be rested after a piece of work. */
  private Duration rest() {
    way.begin();
    pass(WORK);
    return way.rest();
  }

  private void write() throws IOException {
    Files.writeString(folder.resolve("_1.fdt"), "b", StandardOpenOption.APPEND);
  }

  @Test
  void nobodyIsGivenWayWhereNobodyWrites() {
    for (int i = 0; i < 200; i++) {
      assertThat(rest()).isZero();
    }
  }

  @Test
  void mostOfTheTimeIsLeftToWhoWrites() throws IOException {
    write();
    pass(GivingWay.LOOK);
    assertThat(rest()).isEqualTo(WORK.multipliedBy(19));
    assertThat(rest()).as("so it stays until the files are looked at again").isPositive();
  }

  @Test
  void onceNothingIsWrittenTheRestIsDone() throws IOException {
    write();
    pass(GivingWay.LOOK);
    assertThat(rest()).isPositive();
    pass(GivingWay.LOOK);
    assertThat(rest()).isZero();
  }

  @Test
  void aFileThatGoesIsWritingToo() throws IOException {
    Files.delete(folder.resolve("_1.fdt"));
    pass(GivingWay.LOOK);
    assertThat(rest()).isPositive();
  }

  @Test
  void whatIsRestedIsNotTakenForWork() throws IOException {
    write();
    pass(GivingWay.LOOK);
    pass(rest());
    assertThat(rest()).isEqualTo(WORK.multipliedBy(19));
  }
}
