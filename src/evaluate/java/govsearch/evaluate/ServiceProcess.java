package govsearch.evaluate;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A service in a process of its own, started as a person starts it. */
final class ServiceProcess implements AutoCloseable {

  private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:\\d+/");

  private static final Pattern USED = Pattern.compile("used (\\d{1,18})K");

  /** As each of the collectors calls them; classes stand elsewhere. */
  private static final Pattern PART_OF_HEAP =
      Pattern.compile("heap|generation|^(?:PSYoung|ParOld)Gen");

  private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s{1,20}(\\d{1,18}) kB");

  /** What of it are files, which the system takes back when it needs the memory. */
  private static final Pattern MAPPED = Pattern.compile("RssFile:\\s{1,20}(\\d{1,18}) kB");

  private final Process process;
  private final URI address;

  private ServiceProcess(Process process, URI address) {
    this.process = process;
    this.address = address;
  }

  /** Starts, and returns when the service has told its address. */
  static ServiceProcess start(Path launcher, Path index, String... more) throws IOException {
    List<String> command = new ArrayList<>();
    command.addAll(
        List.of(launcher.toString(), "serve", "--index", index.toString(), "--port", "0"));
    command.addAll(List.of(more));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    BufferedReader out = process.inputReader();
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      Matcher matcher = ADDRESS.matcher(line);
      if (matcher.find()) {
        return new ServiceProcess(process, URI.create(matcher.group()));
      }
    }
    process.destroy();
    throw new IOException("服务没有启动");
  }

  URI search(String parameters) {
    return api("search?" + parameters);
  }

  URI api(String target) {
    return address.resolve("/api/v1/" + target);
  }

  /** Where it is asked whether it can serve. */
  URI health() {
    return address.resolve("/health/ready");
  }

  /** What memory it takes: its heap when everything in it is needed, and what is resident. */
  String memory() throws IOException, InterruptedException {
    jcmd("GC.run");
    long kibibytes = 0;
    for (String line : jcmd("GC.heap_info").lines().toList()) {
      Matcher used = USED.matcher(line);
      if (PART_OF_HEAP.matcher(line).find() && used.find()) {
        kibibytes += Long.parseLong(used.group(1));
      }
    }
    String status = Files.readString(Path.of("/proc/" + process.pid() + "/status"));
    return "内存：回收后的堆 "
        + (kibibytes >> 10)
        + " MiB，常驻 "
        + mebibytes(RESIDENT, status)
        + " MiB，其中映射的文件（系统随时可以收回）"
        + mebibytes(MAPPED, status)
        + " MiB";
  }

  private static long mebibytes(Pattern line, String status) {
    Matcher found = line.matcher(status);
    return found.find() ? Long.parseLong(found.group(1)) >> 10 : 0;
  }

  /** Processor time so far, of all cores together. */
  double cpuSeconds() {
    return ProcessUsage.cpuSeconds(process.pid());
  }

  private String jcmd(String command) throws IOException, InterruptedException {
    Path program = Path.of(System.getProperty("java.home"), "bin", "jcmd");
    Process jcmd =
        new ProcessBuilder(program.toString(), Long.toString(process.pid()), command).start();
    String out = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    jcmd.waitFor();
    return out;
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
