package govsearch.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ContentHashTest {

  private static final BigInteger MODULUS = BigInteger.ONE.shiftLeft(128);

  private static BigInteger number(ContentHash hash) {
    return new BigInteger(hash.toString(), 16);
  }

  @Test
  void sumsAreThoseOfNumbersOf128Bits() {
    Random random = new Random(1);
    for (int i = 0; i < 1_000; i++) {
      long low = i % 3 == 0 ? -1 - random.nextInt(3) : random.nextLong(); // carries
      ContentHash one = new ContentHash(random.nextLong(), low);
      ContentHash two = new ContentHash(random.nextLong(), random.nextLong());
      assertThat(number(one.plus(two))).isEqualTo(number(one).add(number(two)).mod(MODULUS));
      assertThat(one.plus(two).minus(two)).isEqualTo(one);
      assertThat(two.minus(one).plus(one)).isEqualTo(two);
    }
  }
}
