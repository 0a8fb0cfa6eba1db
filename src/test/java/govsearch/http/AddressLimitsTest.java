package govsearch.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Limits by client: one's requests are not another's. */
class AddressLimitsTest {

  private final long[] now = {0};
  private final AddressLimits limits = new AddressLimits(2, () -> now[0]);

  private boolean isTaken(String address) {
    return limits.take(address) == 0;
  }

  @Test
  void theLimitComesBackWithTime() {
    assertThat(isTaken("192.0.2.1")).isTrue();
    assertThat(isTaken("192.0.2.1")).isTrue();
    now[0] += TimeUnit.SECONDS.toNanos(30);
    assertThat(isTaken("192.0.2.1")).isTrue();
    assertThat(isTaken("192.0.2.1")).isFalse();
  }

  @Test
  void oneAddressUsesUpNothingOfAnothers() {
    for (int i = 0; i < 50; i++) {
      isTaken("192.0.2.1");
    }
    assertThat(isTaken("192.0.2.1")).isFalse();
    assertThat(isTaken("192.0.2.2")).isTrue();
  }

  @Test
  void theAddressesOfOneNetworkOfTheNewKindAreOneClients() {
    assertThat(isTaken("2001:db8:1:2::1")).isTrue();
    assertThat(isTaken("2001:db8:1:2::2")).isTrue();
    assertThat(isTaken("2001:db8:1:2:ffff::3")).isFalse();
    assertThat(isTaken("2001:db8:1:3::1")).isTrue();
  }

  @Test
  void whoGoesOnWaitsLongerButNotForEver() {
    isTaken("192.0.2.1");
    isTaken("192.0.2.1");
    long first = limits.take("192.0.2.1");
    long later = 0;
    for (int i = 0; i < 1_000; i++) {
      later = limits.take("192.0.2.1");
    }
    assertThat(first).isBetween(1L, 61L);
    assertThat(later).isBetween(120L, 400L);
    now[0] += TimeUnit.SECONDS.toNanos(later);
    assertThat(isTaken("192.0.2.1")).isTrue();
  }

  @Test
  void onlySoManyAddressesAreRemembered() {
    isTaken("192.0.2.1");
    isTaken("192.0.2.1");
    for (int i = 0; i < 20_000; i++) {
      isTaken("10.0." + i / 256 + "." + i % 256);
    }
    assertThat(isTaken("192.0.2.1")).isTrue();
  }
}
