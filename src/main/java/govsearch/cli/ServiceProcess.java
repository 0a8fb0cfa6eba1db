package govsearch.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A service in a process of its own, started as a person starts it. */
final class ServiceProcess implements AutoCloseable {

  private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:\\d+/");

  private final Process process;
  private final URI address;

  private ServiceProcess(Process process, URI address) {
    this.process = process;
    this.address = address;
  }

  /** Starts, and returns when the service has told its address. */
  static ServiceProcess start(Path launcher, Path index) throws IOException {
    Process process =
        new ProcessBuilder(launcher.toString(), "serve", "--index", index.toString(), "--port", "0")
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
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
