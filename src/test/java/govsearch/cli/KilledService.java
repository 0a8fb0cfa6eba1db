package govsearch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import govsearch.engine.lucene.LuceneEngine;
import govsearch.library.FileRecord;
import govsearch.library.SourceStore;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Kills the real program, in a process of its own, at random moments of what it does: a rebuild, a
 * sync, a watch, uploads. After the next start nothing that was acknowledged is lost, and nothing
 * that was temporary is left.
 */
final class KilledService {

  private static final String TOKEN = "0123456789abcdef-token";
  private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:[0-9]++/");
  private static final int FILES = 12;

  private final Path folder;
  private final Path index;
  private final Path reports;
  private final Path temporary;
  private final String classPath;
  private final Random random;
  private final Map<String, byte[]> acknowledged = new TreeMap<>();
  private int uploads;
  private int killed;
  private int killedInUploads;

  KilledService(Path folder, long seed) throws IOException {
    this.folder = folder;
    this.index = folder.resolve("index");
    this.reports = Files.createDirectories(folder.resolve("reports"));
    this.temporary = Files.createDirectories(folder.resolve("temporary"));
    this.random = new Random(seed);
    this.classPath = PackedClasses.into(folder);
    for (int i = 0; i < FILES; i++) {
      write(i);
    }
  }

  /** What is done when the process is killed. */
  private enum Moment {
    UPLOAD,
    REBUILD,
    SYNC,
    WATCH
  }

  /**
   * Kills that often, three times in ten while files are being uploaded.
   *
   * @return what was done, for whoever reads the trial's output
   */
  String run(int kills) throws Exception {
    var unused = sync(); // leaves the archive of classes, with which all others start faster
    long whole = sync();
    while (killed < kills) {
      change();
      Moment moment =
          killedInUploads * 10 < kills * 3
              ? Moment.UPLOAD
              : Moment.values()[1 + random.nextInt(Moment.values().length - 1)];
      killed += kill(moment, whole) ? 1 : 0;
      killedInUploads += moment == Moment.UPLOAD ? 1 : 0;
      whole = sync(); // the machine may have more to do now, or less
      assertNothingTemporary();
      assertAcknowledged();
    }
    sync();
    LeftIndex.assertWholeReports(index);
    LeftIndex.assertEqualsFresh(index, reports, index.resolve("uploads"));
    return killed
        + " killed, "
        + killedInUploads
        + " of them in uploads; "
        + acknowledged.size()
        + " uploads acknowledged, none lost";
  }

  private boolean kill(Moment moment, long whole) throws Exception {
    return switch (moment) {
      case UPLOAD -> killInUploads();
      case REBUILD -> killIn(random.nextLong(whole / 4, whole), "index", reports.toString());
      case SYNC -> killIn(random.nextLong(whole / 4, whole), "sync", reports.toString());
      case WATCH ->
          killIn(
              random.nextLong(whole / 4, 2 * whole),
              "serve",
              "--port=0",
              "--watch",
              reports.toString());
    };
  }

  private boolean killIn(long millis, String... args) throws IOException, InterruptedException {
    Process process = start(args);
    boolean done = process.waitFor(millis, TimeUnit.MILLISECONDS);
    process.destroyForcibly().waitFor();
    return !done;
  }

  /** At any moment while some come, of which those that were acknowledged are noted. */
  private boolean killInUploads() throws Exception {
    Process process = start("serve", "--port=0", "--admin-token=" + TOKEN);
    try (HttpClient client = HttpClient.newHttpClient()) {
      String address = address(process);
      Thread killer = null;
      int most = 1 + random.nextInt(3);
      for (int i = 0; i < most; i++) {
        if (i == most - 1) { // the last one may be cut short anywhere, or just acknowledged
          long after = random.nextLong(400);
          killer =
              Thread.ofPlatform()
                  .start(
                      () -> {
                        try {
                          Thread.sleep(after);
                        } catch (InterruptedException e) {
                          Thread.currentThread().interrupt();
                        }
                        process.destroyForcibly();
                      });
        }
        upload(client, address);
      }
      if (killer != null) {
        killer.join();
      }
    }
    process.destroyForcibly().waitFor();
    return true;
  }

  private void upload(HttpClient client, String address) throws InterruptedException {
    int number = uploads++;
    String path = "上传" + number % 20 + (number % 3 == 0 ? ".html" : ".txt");
    byte[] bytes = text("上传" + number + "镇", number).getBytes(StandardCharsets.UTF_8);
    String query = "?replace=true&path=" + URLEncoder.encode(path, StandardCharsets.UTF_8);
    byte[] head =
        ("--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\n")
            .getBytes(StandardCharsets.UTF_8);
    byte[] end = "\r\n--x--\r\n".getBytes(StandardCharsets.UTF_8);
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address + "api/v1/reports" + query))
            .header("Authorization", "Bearer " + TOKEN)
            .header("Content-Type", "multipart/form-data; boundary=x")
            .timeout(Duration.ofMinutes(1))
            .POST(HttpRequest.BodyPublishers.ofByteArrays(List.of(head, bytes, end)))
            .build();
    byte[] before = acknowledged.remove(path); // until it is known which of the two it is
    try {
      HttpResponse<String> answer =
          client.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
      acknowledged.put(path, bytes);
    } catch (IOException e) { // killed before it answered: the old one or the new one
      if (before != null) {
        uncertain.add(path);
      }
    }
  }

  private final List<String> uncertain = new ArrayList<>();

  private String address(Process process) throws IOException {
    BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
    List<String> said = new ArrayList<>();
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      said.add(line);
      Matcher matcher = ADDRESS.matcher(line);
      if (matcher.find()) {
        return matcher.group();
      }
    }
    throw new AssertionError("no address in " + said + errors());
  }

  /** The next start; gives how long it took. */
  private long sync() throws IOException, InterruptedException {
    long start = System.nanoTime();
    Process process = start("sync", reports.toString());
    try (InputStream said = process.getInputStream()) {
      String out = new String(said.readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor()).as(out + errors()).isIn(Commands.OK, Commands.PARTLY);
    }
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
  }

  private void assertNothingTemporary() throws IOException {
    List<String> left = new ArrayList<>();
    for (Path root : List.of(temporary, index)) {
      try (Stream<Path> all = Files.walk(root)) {
        all.filter(path -> !path.equals(root))
            .map(path -> root.relativize(path).toString())
            .filter(path -> root.equals(temporary) || path.endsWith(".tmp"))
            .filter(path -> !path.startsWith("hsperfdata"))
            .forEach(left::add);
      }
    }
    assertThat(left).isEmpty();
  }

  private void assertAcknowledged() throws IOException {
    try (LuceneEngine engine = LuceneEngine.open(index, Duration.ofSeconds(30))) {
      for (Map.Entry<String, byte[]> upload : acknowledged.entrySet()) {
        FileRecord file = engine.file(FileRecord.UPLOADS, upload.getKey()).orElseThrow();
        assertThat(file.reports()).as(upload.getKey()).hasSize(1);
        assertThat(engine.report(file.reports().getFirst().id())).isPresent();
        try (InputStream in = new SourceStore(index).open(file.sha256()).orElseThrow()) {
          assertThat(in.readAllBytes()).isEqualTo(upload.getValue());
        }
      }
      for (String path : uncertain) {
        assertThat(engine.file(FileRecord.UPLOADS, path).orElseThrow().reports())
            .as(path)
            .hasSize(1);
      }
    }
  }

  private Process start(String... args) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx200m",
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData",
                "-Dfile.encoding=UTF-8",
                "-Dstdout.encoding=UTF-8",
                "-Dstderr.encoding=UTF-8",
                "-XX:+AutoCreateSharedArchive",
                "-XX:SharedArchiveFile=" + folder.resolve("classes.jsa"),
                "-Xlog:disable",
                "-Djava.io.tmpdir=" + temporary,
                "-cp",
                classPath,
                "govsearch.App",
                args[0],
                "--index=" + index));
    command.addAll(List.of(args).subList(1, args.length));
    return new ProcessBuilder(command).redirectError(folder.resolve("err.txt").toFile()).start();
  }

  private String errors() {
    try {
      return Files.readString(folder.resolve("err.txt"));
    } catch (IOException e) {
      return e.toString();
    }
  }

  private void change() throws IOException {
    for (int i = random.nextInt(2, 6); i > 0; i--) {
      int file = random.nextInt(FILES);
      if (random.nextInt(5) == 0) {
        Files.deleteIfExists(path(file));
      } else {
        write(file);
      }
    }
  }

  private void write(int file) throws IOException {
    Files.writeString(path(file), text("青石" + file + "镇", random.nextInt(1000)));
  }

  /** Some are pages, which are read by workers of their own. */
  private Path path(int file) {
    return reports.resolve("镇" + file + (file % 3 == 0 ? ".html" : ".txt"));
  }

  private static String text(String town, int figure) {
    StringBuilder text = new StringBuilder(town + "2024年法治政府建设情况报告\n");
    for (int section = 1; section <= 3; section++) {
      text.append("一二三".charAt(section - 1)).append("、主要做法\n");
      for (int i = 0; i < 12; i++) {
        text.append("开展法治宣讲")
            .append(figure + i)
            .append("场，调解纠纷")
            .append(i)
            .append("起，培育“法律明白人”，群众满意度有所提高。\n");
      }
    }
    return text.toString();
  }
}
