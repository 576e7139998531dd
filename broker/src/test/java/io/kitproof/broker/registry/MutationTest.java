package io.kitproof.broker.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.kitproof.broker.fault.AwsFault;
import io.kitproof.broker.registry.Certificate.Status;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What comes from outside may be anything; the answer is AWS's or a success, never a crash. */
final class MutationTest {

  private static final int TIMES = 400;
  private static final String CERTIFICATE = "CERTIFICATE";
  private static final String REQUEST = "CERTIFICATE REQUEST";

  private final Random random = new Random(20261127);
  private final Registry registry = Registries.empty();

  @Test
  void certificates_with_wrong_bytes_are_refused_or_taken() {
    String pem = Foreign.authority("CN=Factory,O=Me").sign("CN=bulb,OU=lights").pem();

    int refused =
        tried(
            pem,
            CERTIFICATE,
            mutant -> {
              Certificate taken =
                  registry.certificates().registerWithoutAuthority(mutant, Status.ACTIVE);
              assertThat(registry.variables(taken.id(), "").values("iot:Certificate.SerialNumber"))
                  .hasSize(1);
            });

    assertThat(refused).isBetween(1, TIMES - 1);
  }

  @Test
  void certificates_with_wrong_bytes_are_no_authorities_by_accident() {
    Foreign factory = Foreign.authority("CN=Factory,O=Me");
    String proof = factory.sign("CN=" + registry.signatories().registrationCode()).pem();

    int refused =
        tried(
            proof,
            CERTIFICATE,
            mutant -> {
              Signatory taken =
                  registry
                      .signatories()
                      .register(
                          new Signatories.New(
                              factory.pem(),
                              mutant,
                              true,
                              false,
                              Certificate.Mode.DEFAULT,
                              null,
                              Map.of()));
              assertThat(taken.pem()).isEqualTo(factory.pem());
            });

    assertThat(refused).isGreaterThanOrEqualTo(TIMES - 1);
    assertThat(registry.signatories().list(Optional.empty(), true, Paging.FIRST).items())
        .hasSizeLessThanOrEqualTo(1);
  }

  @Test
  void requests_with_wrong_bytes_are_refused() {
    int refused =
        tried(
            Foreign.request("CN=bulb,OU=lights"),
            REQUEST,
            mutant -> {
              Certificate taken = registry.certificates().createFromRequest(mutant, true);
              assertThat(taken.status()).isEqualTo(Status.ACTIVE);
            });

    assertThat(refused).isGreaterThan(TIMES / 2);
  }

  private int tried(String pem, String kind, Consumer<String> operation) {
    int refused = 0;
    for (int i = 0; i < TIMES; i++) {
      try {
        operation.accept(mutant(pem, kind));
      } catch (AwsFault fault) {
        assertThat(fault.status()).isBetween(400, 499);
        refused++;
      }
    }
    return refused;
  }

  private String mutant(String pem, String kind) {
    byte[] der = Base64.getMimeDecoder().decode(pem.replaceAll("-----[^-]+-----", ""));
    int changes = 1 + random.nextInt(3);
    for (int i = 0; i < changes; i++) {
      der[random.nextInt(der.length)] = (byte) random.nextInt(256);
    }
    return "-----BEGIN "
        + kind
        + "-----\n"
        + Base64.getMimeEncoder().encodeToString(der)
        + "\n-----END "
        + kind
        + "-----\n";
  }
}
