package govsearch.http;

import govsearch.library.Intake;
import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a server listens, and what it serves besides the engine.
 *
 * @param publicUrl where it is reached from outside; null for nothing said
 * @param allowedHosts more names that it is asked by
 * @param allowedOrigins sites whose scripts may read the API, such as {@code https://example.org}
 * @param admin who may change the collection; null for nobody
 * @param metering where {@code /metrics} is; null for nowhere
 * @param mcp whether assistants may ask at {@code /mcp}
 */
public record ServerSettings(
    String host,
    int port,
    Path web,
    @Nullable String publicUrl,
    Set<String> allowedHosts,
    Set<String> allowedOrigins,
    @Nullable Admin admin,
    @Nullable Metering metering,
    boolean mcp) {

  /** Of a server that assistants do not ask. */
  public ServerSettings(
      String host,
      int port,
      Path web,
      @Nullable String publicUrl,
      Set<String> allowedHosts,
      Set<String> allowedOrigins,
      @Nullable Admin admin,
      @Nullable Metering metering) {
    this(host, port, web, publicUrl, allowedHosts, allowedOrigins, admin, metering, false);
  }

  /** Of a server that no other site's scripts may read. */
  public ServerSettings(
      String host,
      int port,
      Path web,
      @Nullable String publicUrl,
      Set<String> allowedHosts,
      @Nullable Admin admin) {
    this(host, port, web, publicUrl, allowedHosts, Set.of(), admin, null);
  }

  /** Of a server that is asked by no other names. */
  public ServerSettings(
      String host, int port, Path web, @Nullable String publicUrl, @Nullable Admin admin) {
    this(host, port, web, publicUrl, Set.of(), admin);
  }

  /** Of a server that only reads. */
  public ServerSettings(String host, int port, Path web, @Nullable String publicUrl) {
    this(host, port, web, publicUrl, null);
  }

  /**
   * Where {@code /metrics} is.
   *
   * @param port its own; null for the server's
   */
  public record Metering(@Nullable Integer port) {}

  /** Who knows the token may take files in and drop them. */
  public record Admin(String token, Intake intake) {}
}
