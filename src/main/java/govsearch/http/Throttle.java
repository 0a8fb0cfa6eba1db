package govsearch.http;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.function.LongSupplier;

/**
 * So many requests of a costly kind a minute from one address, so that one program does not take
 * all turns of a lane. This machine's own are not counted: a person's scripts, and a proxy before
 * the service, behind which everybody would be one address and which has limits of its own.
 */
final class Throttle {

  static final int EXPORTS = 30;
  static final int HEAVY = 120;
  static final int SELF_CHECKS = 20;

  private final AddressLimits limits;
  private final boolean countsOwn;

  /** Of what sends everything that was found. */
  static Throttle ofExports() {
    return new Throttle(EXPORTS, false, System::nanoTime);
  }

  /** Of what is worked out from a long text or many queries. */
  static Throttle ofHeavy() {
    return new Throttle(HEAVY, false, System::nanoTime);
  }

  /** Of what holds every sentence of a draft against the collection. */
  static Throttle ofSelfChecks() {
    return new Throttle(SELF_CHECKS, false, System::nanoTime);
  }

  /**
   * Of so many a minute.
   *
   * @param countsOwn whether requests of this machine count too
   */
  Throttle(int most, boolean countsOwn, LongSupplier nanoTime) {
    this.limits = new AddressLimits(most, nanoTime);
    this.countsOwn = countsOwn;
  }

  /** A handler that is asked no more often than that. */
  Handler in(Handler handler) {
    return context -> {
      long seconds = countsOwn || !isOwn(context) ? limits.take(context.ip()) : 0;
      if (seconds > 0) {
        context.header("Retry-After", Long.toString(seconds));
        throw ProblemException.of(429, "请求太多", "这个地址一分钟内的请求太多，请在 " + seconds + " 秒后再试");
      }
      handler.handle(context);
    };
  }

  private static boolean isOwn(Context context) {
    try {
      return InetAddress.getByName(context.ip()).isLoopbackAddress(); // an address: not looked up
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
