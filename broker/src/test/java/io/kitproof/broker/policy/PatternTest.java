package io.kitproof.broker.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.kitproof.broker.policy.Token.Dialect;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PatternTest {

  private static final int ROUNDS = 100_000;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void pattern_matches_what_the_naive_matcher_matches(long seed) {
    Random random = new Random(seed);
    int matched = 0;
    for (int i = 0; i < ROUNDS; i++) {
      String pattern = some(random, "aab/**??v$", 10);
      String value = some(random, "ab*?", 3);
      String name = some(random, "aab/", 12);
      Pattern compiled = Pattern.of(pattern.replace("v", "${v}"), Dialect.ALL, false);

      boolean matches = compiled.matches(name, n -> List.of(value), false);

      assertThat(matches)
          .as("seed %d: %s with v=%s on %s", seed, pattern, value, name)
          .isEqualTo(naive(pattern, 0, value, name, 0));
      matched += matches ? 1 : 0;
    }
    assertThat(matched).as("the generator makes matches").isGreaterThan(ROUNDS / 100);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"*?", "a*", "*a?", "?*a", "*a?a", "${v}*", "*${v}?", "*aaaaaaaaaaaaaaaaaaaa?"})
  void hostile_pattern_is_done_in_no_time(String repeated) {
    Pattern pattern =
        Pattern.of(repeated.repeat(2000 / repeated.length()) + "b", Dialect.ALL, false);
    String name = "a".repeat(4096);

    Assertions.assertTimeoutPreemptively(
        PATIENCE,
        () -> {
          for (int i = 0; i < 100; i++) {
            assertThat(pattern.matches(name, n -> List.of("aa"), false)).isFalse();
          }
        });
  }

  @Test
  void case_matters_only_where_it_should() {
    assertThat(Pattern.action("iot:Pub*").matches("IOT:PUBLISH", Policies.NOBODY, false)).isTrue();
    assertThat(Pattern.of("Ab*", Dialect.ALL, false).matches("ab", Policies.NOBODY, false))
        .isFalse();
  }

  private static String some(Random random, String alphabet, int atMost) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(atMost + 1); i > 0; i--) {
      text.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return text.toString();
  }

  /** Tries everything; v in the pattern stands for the value, in which nothing is a wildcard. */
  private static boolean naive(String pattern, int p, String value, String name, int n) {
    if (p == pattern.length()) {
      return n == name.length();
    }
    switch (pattern.charAt(p)) {
      case '*':
        return naive(pattern, p + 1, value, name, n)
            || (n < name.length() && naive(pattern, p, value, name, n + 1));
      case '?':
        return n < name.length() && naive(pattern, p + 1, value, name, n + 1);
      case 'v':
        return name.startsWith(value, n) && naive(pattern, p + 1, value, name, n + value.length());
      default:
        return n < name.length()
            && name.charAt(n) == pattern.charAt(p)
            && naive(pattern, p + 1, value, name, n + 1);
    }
  }
}
