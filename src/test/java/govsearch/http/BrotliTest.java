package govsearch.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Where the machine code of the packing comes from. */
class BrotliTest {

  private static final Path BUILT = Path.of("target", "lib", "native").toAbsolutePath();
  private static final int MOST_LOOKS = 1_000;

  @Test
  void aBuildUnpacksNothingAtItsStarts() throws InterruptedException {
    assumeTrue(Files.isDirectory(BUILT), "this machine has no library");
    Brotli.loadLater();
    for (int i = 0; i < MOST_LOOKS && !Brotli.isThere(); i++) {
      Thread.sleep(20);
    }
    assertThat(Brotli.isThere()).isTrue();

    assertThat(Path.of(System.getProperty("brotli4j.library.path"))).startsWith(BUILT);
  }
}
