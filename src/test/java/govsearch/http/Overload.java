package govsearch.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * Eight of the heaviest requests at once for a minute, beside health and a cheap search, on a heap
 * of 512 MB, over an index that is there already. It measures, decides little and runs only by
 * name: {@code ./govsearch test -Dtest=Overload -Doverload.index=FOLDER}.
 */
class Overload {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  @Test
  void eightHeaviestForAMinute() throws Exception {
    String index = System.getProperty("overload.index");
    Assumptions.assumeTrue(index != null, "没有给出 -Doverload.index=索引目录");
    int port = freePort();
    Path log = Files.createTempFile("govsearch-overload", ".log");
    Process service = serve(Path.of(index), port, log);
    try {
      awaitAnswer(port, service);
      Map<String, Integer> warm = new Load(port).run(List.of(), Duration.ofSeconds(20)).answers();
      Load.Seen seen = new Load(port).run(Load.heaviest(), MINUTE);
      System.out.println("before: " + warm);
      System.out.println("under load: " + seen.answers());
      System.out.printf(
          "health p50 %d p99 %d max %d ms; cheap search p50 %d p95 %d ms; recovery %d ms%n",
          Load.Seen.percentile(seen.health(), 50),
          Load.Seen.percentile(seen.health(), 99),
          seen.health().getLast(),
          Load.Seen.percentile(seen.cheap(), 50),
          Load.Seen.percentile(seen.cheap(), 95),
          seen.recovery());
      assertThat(Files.readString(log)).doesNotContain("OutOfMemoryError");
      assertThat(service.isAlive()).isTrue();
      assertThat(seen.answers().keySet())
          .allMatch(answer -> answer.endsWith(" 200") || answer.endsWith(" 503"));
    } finally {
      service.destroy();
      if (!service.waitFor(20, TimeUnit.SECONDS)) {
        service.destroyForcibly();
      }
      System.out.println(Files.readString(log));
      Files.delete(log);
    }
  }

  private static Process serve(Path index, int port, Path log) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElse("java"));
    command.addAll(
        List.of(
            "-Xmx512m",
            "--add-modules",
            "jdk.incubator.vector",
            "-cp",
            System.getProperty("java.class.path"),
            "govsearch.App",
            "serve",
            "--index",
            index.toString(),
            "--port",
            Integer.toString(port)));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(log.toFile())
        .start();
  }

  private static void awaitAnswer(int port, Process service) throws InterruptedException {
    Load.Seen seen;
    do {
      assertThat(service.isAlive()).as("the service runs").isTrue();
      seen = new Load(port).run(List.of(), Duration.ofSeconds(1));
    } while (!seen.answers().containsKey("cheap → 200"));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
