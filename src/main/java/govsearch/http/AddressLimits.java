package govsearch.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/** A limit for each client, so that nobody uses up another's. */
final class AddressLimits {

  /** Some megabytes. Those that were not seen for longest are forgotten first. */
  private static final int MOST_ADDRESSES = 10_000;

  /** One who has an IPv6 address at all has as many as this leaves open. */
  private static final int NETWORK_BYTES = 8;

  private final int most;
  private final LongSupplier nanoTime;
  private final Map<String, RateLimit> limits =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, RateLimit> eldest) {
          return size() > MOST_ADDRESSES;
        }
      };

  /**
   * Limits.
   *
   * @param most at once, and in a minute, from one address
   */
  AddressLimits(int most, LongSupplier nanoTime) {
    this.most = most;
    this.nanoTime = nanoTime;
  }

  /**
   * Takes one of an address's.
   *
   * @return 0 if there was one, else in how many seconds there will be
   */
  long take(String address) {
    long now = nanoTime.getAsLong();
    RateLimit limit;
    synchronized (limits) {
      limit = limits.computeIfAbsent(network(address), key -> new RateLimit(most, now));
    }
    return limit.take(now);
  }

  private static String network(String address) {
    if (address.indexOf(':') < 0) {
      return address;
    }
    try {
      byte[] bytes = InetAddress.getByName(address).getAddress();
      return bytes.length > NETWORK_BYTES
          ? HexFormat.of().formatHex(bytes, 0, NETWORK_BYTES)
          : address;
    } catch (UnknownHostException e) {
      return address;
    }
  }
}
