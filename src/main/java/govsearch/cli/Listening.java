package govsearch.cli;

import govsearch.text.Affixes;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks where a service is to be reached, before anything long is begun. */
final class Listening {

  private static final int LAST_PORT = 65_535;

  private static final int SHORTEST_TOKEN = 16;
  private static final int LONGEST_TOKEN = 1_000;

  /** What a header carries unchanged: visible ASCII, and spaces within. */
  private static final Pattern TOKEN = Pattern.compile("[!-~](?:[ -~]{0,998}[!-~])?");

  private static final Pattern HOST_NAME =
      Pattern.compile("[A-Za-z0-9._-]{1,253}+|\\[[0-9A-Fa-f:.]{2,45}+]");

  private static final Pattern ORIGIN =
      Pattern.compile("https?://(?:[a-z0-9._-]{1,253}+|\\[[0-9a-f:.]{2,45}+])(?::[0-9]{1,5}+)?");

  private Listening() {}

  /**
   * Tries a port.
   *
   * @param port 0 for any
   * @throws UserMistakeException if nothing can listen there
   */
  static void check(String host, int port) {
    if (port < 0 || port > LAST_PORT) {
      throw new UserMistakeException("端口应是 0 到 " + LAST_PORT + "，收到的是 " + port);
    }
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(InetAddress.getByName(host), port));
    } catch (UnknownHostException e) {
      throw new UserMistakeException("找不到地址 " + host + "，请检查 --host");
    } catch (BindException e) {
      throw new UserMistakeException(reason(String.valueOf(e.getMessage()), host, port));
    } catch (IOException e) {
      throw new UserMistakeException("无法监听 " + host + " 的端口 " + port + "：" + e.getMessage());
    }
  }

  /** The kinds of refusal differ by their text alone. */
  private static String reason(String message, String host, int port) {
    String text = message.toLowerCase(Locale.ROOT);
    if (text.contains("in use")) {
      return "端口 " + port + " 已被占用，请用 --port 换一个";
    }
    if (text.contains("permission")) {
      return "没有权限监听端口 " + port + "，请用 --port 换一个 1024 以上的";
    }
    return "本机没有地址 " + host + "，请检查 --host";
  }

  /**
   * The address that links are to begin with.
   *
   * @return without a slash at the end
   * @throws UserMistakeException if links that begin with it would lead nowhere
   */
  static String publicUrl(String given) {
    String url = Affixes.withoutEnd(given.strip(), '/');
    try {
      URI uri = new URI(url);
      String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
      boolean whole = scheme.equals("http") || scheme.equals("https");
      if (whole
          && uri.getHost() != null
          && uri.getRawUserInfo() == null
          && uri.getRawQuery() == null
          && uri.getRawFragment() == null) {
        return url;
      }
    } catch (URISyntaxException e) {
      // said below
    }
    throw new UserMistakeException(
        "--public-url 应是 http:// 或 https:// 开头的网址，如 https://reports.example.org，收到的是 " + given);
  }

  /**
   * A name that the service is asked by.
   *
   * @throws UserMistakeException if it is none
   */
  static String hostName(String given) {
    String host = given.strip();
    if (!HOST_NAME.matcher(host).matches()) {
      throw new UserMistakeException(
          "--allow-host 应是主机名或地址，不带协议、端口和路径，如 reports.example.org，收到的是 " + given);
    }
    return host;
  }

  /**
   * A site whose scripts may read the API.
   *
   * @throws UserMistakeException if no browser would call it that
   */
  static String origin(String given) {
    String origin = Affixes.withoutEnd(given.strip(), '/').toLowerCase(Locale.ROOT);
    if (!ORIGIN.matcher(origin).matches()) {
      throw new UserMistakeException(
          "--allow-origin 应是 http:// 或 https:// 开头、不带路径的网址，如 https://example.org，收到的是 " + given);
    }
    return origin;
  }

  /**
   * The token of those who may change the collection.
   *
   * @param given null or empty for none
   * @return null for none
   * @throws UserMistakeException if it can be guessed, or not be sent
   */
  static @Nullable String adminToken(@Nullable String given) {
    if (given == null || given.isEmpty()) {
      return null;
    }
    if (given.length() < SHORTEST_TOKEN) {
      throw new UserMistakeException("--admin-token 太短，容易猜中，至少 " + SHORTEST_TOKEN + " 个字符");
    }
    if (given.length() > LONGEST_TOKEN || !TOKEN.matcher(given).matches()) {
      throw new UserMistakeException(
          "--admin-token 要能放进 HTTP 请求头：只用英文字母、数字和半角符号，首尾没有空格，最多 " + LONGEST_TOKEN + " 个字符");
    }
    return given;
  }
}
