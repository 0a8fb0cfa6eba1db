package govsearch.evaluate;

import govsearch.cli.Commands;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * What {@code bench index} runs beside us, in a process of its own: every line of a folder's texts
 * into bare Lucene.
 */
@Command(
    name = "bare",
    hidden = true,
    description = "bench index 的对照：把目录里 txt 的每一行直接写进 Lucene",
    mixinStandardHelpOptions = true)
final class BenchBareCommand implements Callable<Integer> {

  @Option(names = "--index", required = true, paramLabel = "目录", description = "写到哪里")
  private Path index = Path.of("");

  @Parameters(paramLabel = "目录", description = "放报告的目录")
  private Path folder = Path.of("");

  @Override
  public Integer call() throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(folder)) {
      files = all.filter(file -> file.toString().endsWith(".txt")).sorted().toList();
    }
    System.out.println(BareIndex.write(index, files.parallelStream().flatMap(this::lines)));
    return Commands.OK;
  }

  private Stream<String> lines(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8).lines().filter(line -> !line.isBlank());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
