package govsearch.cli;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two hundred kills, sixty of them in uploads; takes some ten minutes, so it is run by name: {@code
 * ./govsearch test -Dtest=KilledServiceTrial}.
 */
class KilledServiceTrial {

  private static final int KILLS = Integer.getInteger("govsearch.kills", 200);

  @TempDir private Path folder;

  @Test
  void whateverTheMomentNothingAcknowledgedIsLost() throws Exception {
    System.out.println(new KilledService(folder, System.nanoTime()).run(KILLS));
  }
}
