package io.kitproof.broker.registry;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kitproof.broker.Clouds;
import io.kitproof.broker.fault.AwsFault;
import io.kitproof.broker.store.Store;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Registries for tests, and what tests say of their refusals. */
final class Registries {

  static final Account ACCOUNT = new Account("us-east-1", "123456789012");

  static final String ALLOW_ALL =
      "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"iot:*\","
          + "\"Resource\":\"*\"}]}";

  private Registries() {}

  static Registry empty() {
    return at(Store.memory());
  }

  static Registry at(Store store) {
    return Registry.open(store, ACCOUNT, Clouds.AUTHORITY);
  }

  static Registry at(Store store, Clock clock) {
    return Registry.open(store, ACCOUNT, Clouds.AUTHORITY, clock);
  }

  /** A certificate that is registered without its authority, since that takes no time. */
  static Certificate registered(Registry registry) {
    return registry
        .certificates()
        .registerWithoutAuthority(Clouds.DEVICE.certificatePem(), Certificate.Status.ACTIVE);
  }

  static void assertRefused(ThrowingCallable call, String type, int status, String message) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            AwsFault.class,
            fault -> {
              org.assertj.core.api.Assertions.assertThat(fault.message()).isEqualTo(message);
              org.assertj.core.api.Assertions.assertThat(fault.type()).isEqualTo(type);
              org.assertj.core.api.Assertions.assertThat(fault.status()).isEqualTo(status);
            });
  }

  static void assertNotFound(ThrowingCallable call) {
    assertRefused(call, "ResourceNotFoundException", 404, "The specified resource does not exist");
  }

  static void assertInvalid(ThrowingCallable call, String message) {
    assertRefused(call, "InvalidRequestException", 400, message);
  }

  static Attributes attributes(Map<String, String> values) {
    return new Attributes(values, false);
  }

  /** A clock that goes on only when told. */
  static final class ManualClock extends Clock {

    private Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    void advance(Duration by) {
      now = now.plus(by);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
