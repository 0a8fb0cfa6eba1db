package govsearch.http;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.jetty.util.HostPort;
import org.jspecify.annotations.Nullable;

/**
 * The names that this service is asked by. A page on the internet can have a name of its own lead
 * here (DNS rebinding), and would then be let by the browser to read every answer; but it cannot
 * have the browser say another name than its own. Ports are not looked at: tunnels and containers
 * lead from other ones, and no page can make use of them.
 */
final class ServedHosts {

  private static final Pattern FOUR_NUMBERS = Pattern.compile("[0-9]{1,3}+(?:[.][0-9]{1,3}+){3}");
  private static final Pattern WITH_COLONS = Pattern.compile("[0-9a-f:.]++");

  private final Set<String> names = new HashSet<>();

  /** The names of a service besides those of its own machine. */
  ServedHosts(ServerSettings settings) {
    names.add("localhost");
    names.add(plain(settings.host()));
    String publicUrl = settings.publicUrl();
    if (publicUrl != null && URI.create(publicUrl).getHost() != null) {
      names.add(plain(URI.create(publicUrl).getHost()));
    }
    settings.allowedHosts().forEach(host -> names.add(plain(host)));
  }

  /**
   * Whether a host is this one.
   *
   * @param host as a request names it, with a port or not
   * @param local the address of this machine that the request came to
   */
  boolean include(String host, @Nullable String local) {
    String name;
    try {
      name = plain(String.valueOf(new HostPort(host).getHost()));
    } catch (IllegalArgumentException e) {
      return false;
    }
    InetAddress address = address(name);
    return names.contains(name)
        || (address != null && address.isLoopbackAddress())
        || (address != null && local != null && name.equals(plain(local)));
  }

  /** In one way of writing: without brackets, the dot at the end, or the zone. */
  private static String plain(String host) {
    String name = host.toLowerCase(Locale.ROOT);
    if (name.startsWith("[") && name.endsWith("]")) {
      name = name.substring(1, name.length() - 1);
    }
    if (name.endsWith(".")) {
      name = name.substring(0, name.length() - 1);
    }
    int zone = name.indexOf('%');
    name = zone < 0 ? name : name.substring(0, zone);
    InetAddress address = address(name);
    return address == null ? name : address.getHostAddress();
  }

  /** Of what is an address already: nothing is looked up. */
  private static @Nullable InetAddress address(String name) {
    boolean isAddress =
        FOUR_NUMBERS.matcher(name).matches()
            || (name.indexOf(':') >= 0 && WITH_COLONS.matcher(name).matches());
    if (!isAddress) {
      return null;
    }
    try {
      return InetAddress.getByName(name);
    } catch (UnknownHostException e) {
      return null;
    }
  }
}
