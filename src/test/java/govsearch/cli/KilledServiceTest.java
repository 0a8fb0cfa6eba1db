package govsearch.cli;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The short form of {@link KilledServiceTrial}. */
class KilledServiceTest {

  private static final long SEED = 20_261_127;

  @TempDir private Path folder;

  @Test
  void whateverTheMomentNothingAcknowledgedIsLost() throws Exception {
    new KilledService(folder, SEED).run(4);
  }
}
