package org.lifecircle.coverage;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** However a number of people is shared out, nobody is lost and nobody made up. */
class ApportionmentTest {

  @Test
  void the_largest_remainder_gets_what_is_left_and_of_equals_the_earlier() {
    assertArrayEquals(new long[] {4, 3, 3}, Apportionment.even(10, 3));
    assertArrayEquals(new long[] {1, 3, 6}, Apportionment.share(10, new long[] {1, 3, 6}));
    assertArrayEquals(new long[] {2, 1, 2}, Apportionment.share(5, new long[] {11, 10, 12}));
    assertArrayEquals(new long[] {1, 1, 0}, Apportionment.share(2, new long[] {1, 1, 1}));
    assertArrayEquals(new long[] {2, 1}, Apportionment.share(3, new long[] {0, 0}));
    assertArrayEquals(new long[] {0, 7}, Apportionment.share(7, new long[] {0, 1}));
  }

  @Test
  void nothing_can_be_shared_among_none() {
    assertThrows(IllegalArgumentException.class, () -> Apportionment.even(1, 0));
    assertThrows(IllegalArgumentException.class, () -> Apportionment.share(1, new long[0]));
  }

  @Test
  void every_sum_is_kept_and_no_part_is_one_off_its_quota() {
    Random random = new Random(7);
    int towns = Boolean.getBoolean("lifecircle.long") ? 100_000 : 10_000;
    for (int t = 0; t < towns; t++) {
      long total = random.nextLong(1L << (1 + random.nextInt(53)));
      long[] weights =
          random.longs(1 + random.nextInt(12), 0, 1L << (1 + random.nextInt(50))).toArray();

      long[] parts = Apportionment.share(total, weights);

      assertEquals(total, Arrays.stream(parts).sum());
      BigInteger all = BigInteger.valueOf(Arrays.stream(weights).sum());
      for (int i = 0; i < parts.length && all.signum() > 0; i++) {
        BigInteger off =
            BigInteger.valueOf(total)
                .multiply(BigInteger.valueOf(weights[i]))
                .subtract(BigInteger.valueOf(parts[i]).multiply(all))
                .abs();
        assertTrue(off.compareTo(all) < 0, "part " + i + " of " + Arrays.toString(parts));
      }
    }
  }
}
