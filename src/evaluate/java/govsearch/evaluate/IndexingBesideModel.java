package govsearch.evaluate;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Indexing while a service of the same index has a model at work, beside indexing while it has
 * none: an index is rebuilt again and again below a service with and without it in turn, so that
 * what the machine does otherwise meets both alike.
 */
final class IndexingBesideModel {

  /** A program that runs to its end. */
  interface Run {
    ProcessUsage run(String... arguments) throws IOException;
  }

  /** By then the model is loaded and reads. */
  private static final Duration WARM = Duration.ofSeconds(5);

  /**
   * What some runs took.
   *
   * @param beside processor time of the service meanwhile
   */
  private record Taken(double seconds, double cpuSeconds, double beside) {
    static Taken sum(List<Taken> all) {
      return new Taken(
          all.stream().mapToDouble(Taken::seconds).sum(),
          all.stream().mapToDouble(Taken::cpuSeconds).sum(),
          all.stream().mapToDouble(Taken::beside).sum());
    }
  }

  private final Path launcher;
  private final Run run;
  private final Path index;
  private final Path folder;

  /**
   * Of a folder.
   *
   * @param index of that folder; no model has read it
   */
  IndexingBesideModel(Path launcher, Run run, Path index, Path folder) {
    this.launcher = launcher;
    this.run = run;
    this.index = index;
    this.folder = folder;
  }

  /** Measures, and prints. */
  void measure(Path model, int rounds) throws IOException {
    List<Taken> without = new ArrayList<>();
    List<Taken> with = new ArrayList<>();
    for (int i = 0; i < rounds; i++) {
      without.add(once("none"));
      with.add(once(model.toAbsolutePath().toString()));
    }
    Taken one = Taken.sum(without);
    Taken other = Taken.sum(with);
    print("旁边的服务没有模型", one, rounds);
    print("旁边的服务有模型在读", other, rounds);
    System.out.printf(Locale.ROOT, "有模型时的时间是没有时的 %.2f 倍%n", other.seconds() / one.seconds());
  }

  private Taken once(String model) throws IOException {
    try (ServiceProcess service = ServiceProcess.start(launcher, index, "--model", model)) {
      Thread.sleep(WARM);
      double before = service.cpuSeconds();
      ProcessUsage usage = run.run("index", "--index", index.toString(), folder.toString());
      return new Taken(usage.seconds(), usage.cpuSeconds(), service.cpuSeconds() - before);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private static void print(String name, Taken all, int rounds) {
    System.out.printf(
        Locale.ROOT,
        "重建，%s：%.1f 秒，CPU %.1f 秒，服务同时用 CPU %.1f 秒（%d 次平均）%n",
        name,
        all.seconds() / rounds,
        all.cpuSeconds() / rounds,
        all.beside() / rounds,
        rounds);
  }
}
