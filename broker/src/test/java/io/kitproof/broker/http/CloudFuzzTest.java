package io.kitproof.broker.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.kitproof.broker.Clouds;
import io.kitproof.broker.Fuzz;
import io.kitproof.broker.LocalCloud;
import io.kitproof.broker.Mutant;
import io.kitproof.broker.RawClient;
import io.kitproof.broker.Recorder;
import io.kitproof.broker.Wire;
import io.kitproof.broker.http.sign.AccessKey;
import io.kitproof.broker.traffic.Disconnect;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * A whole cloud at all its doors: nothing that it is sent is answered as its own fault or ends a
 * loop, and who behaves is served all the while.
 */
class CloudFuzzTest {

  private static final int ROUNDS = 8;
  private static final Pattern SERVERS_FAULT = Pattern.compile("HTTP/1\\.[01] 5\\d\\d ");
  private static final List<String> DOCUMENTS =
      List.of(
          "{\"state\":{\"desired\":{\"light\":\"ON\"},\"reported\":{\"light\":\"OFF\"}}}",
          "{\"state\":{\"reported\":{\"a\":{\"b\":[1,2,{\"c\":null}]}}},\"version\":3}",
          "{\"state\":null,\"clientToken\":\"t\"}",
          "{}");

  private final Recorder recorder = new Recorder();
  private final LocalCloud cloud = Clouds.start(recorder);
  private final Sender control = new Sender(key(), "iot");
  private final SSLContext device = context();
  private final AtomicInteger clients = new AtomicInteger();

  private AccessKey key() {
    return cloud.key();
  }

  private SSLContext context() {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(
          Clouds.keys(Clouds.DEVICE.keyStore()).getKeyManagers(),
          Clouds.trust(cloud.authority().trustStore()).getTrustManagers(),
          null);
      return context;
    } catch (java.security.GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  @AfterEach
  void close() {
    cloud.close();
  }

  @Test
  void whatever_comes_is_nobodys_fault_but_the_clients_and_others_are_served() {
    try (RawClient well = RawClient.open(cloud)) {
      assertThat(well.send(Wire.connect("well")).receive()).isEqualTo("20020000");
      Fuzz.play(
          ROUNDS,
          random -> {
            Mutant mutant = new Mutant(random);
            speaksMqtt(random, mutant);
            asksTheControlPlane(mutant);
            asksTheDataPlane(mutant);

            assertThat(well.send(Wire.hex("c000")).receive()).isEqualTo("d000");
            assertThat(recorder.all())
                .filteredOn(Disconnect.class::isInstance)
                .noneMatch(end -> ((Disconnect) end).cause() == Disconnect.Cause.SERVER_ERROR);
            recorder.forget();
          });
    }
  }

  private void speaksMqtt(Random random, Mutant mutant) {
    try (RawClient kit = RawClient.open(cloud)) {
      String id = "fuzz" + clients.incrementAndGet();
      kit.send(random.nextInt(8) == 0 ? mutant.of(Wire.connect(id)) : Wire.connect(id));
      for (int i = 0; i < 8; i++) {
        kit.send(packet(random, mutant));
      }
    } catch (AssertionError closed) {
      // The cloud may close in the midst of what it is sent.
      assertThat(closed).hasRootCauseInstanceOf(IOException.class);
    }
  }

  private static byte[] packet(Random random, Mutant mutant) {
    String shadow =
        "$aws/things/kit/shadow/" + mutant.any("update", "get", "delete", "name/n/update");
    byte[] packet =
        switch (random.nextInt(5)) {
          case 0 -> Wire.subscribe(1, random.nextInt(2), mutant.of(shadow + "/accepted"));
          case 1 -> Wire.publish(mutant.of("a/b"), random.nextInt(2), 7, mutant.of("payload"));
          case 2 -> Wire.retained(Wire.publish("kept/a", 1, 8, mutant.of("kept")));
          default -> Wire.publish(shadow, random.nextInt(2), 9, mutant.of(document(mutant)));
        };
    return random.nextInt(6) == 0 ? mutant.of(packet) : packet;
  }

  private static String document(Mutant mutant) {
    return mutant.any(DOCUMENTS.toArray(new String[0]));
  }

  private void asksTheControlPlane(Mutant mutant) throws IOException {
    for (int i = 0; i < 8; i++) {
      String path =
          mutant.of(
              mutant.any(
                  "/things/kit",
                  "/things",
                  "/policies/p",
                  "/certificates",
                  "/thing-groups/g",
                  "/keys-and-certificate?setAsActive=true",
                  "/target-policies/p",
                  "/endpoint"));
      String body =
          mutant.of(
              mutant.any(
                  "{\"attributePayload\":{\"attributes\":{\"a\":\"b\"}}}",
                  "{\"policyDocument\":\"{\\\"Version\\\":\\\"2012-10-17\\\",\\\"Statement\\\":[]}\"}",
                  "{}"));
      answers(
          Telephone.plain(cloud.api()),
          letter(mutant.any("GET", "POST", "PUT", "DELETE", "PATCH"), path, body));
    }
  }

  private String letter(String method, String path, String body) {
    try {
      URI target = new URI("http", null, "127.0.0.1", cloud.api().getPort(), path, null, null);
      return control.letter(method, target, body, "Connection: close");
    } catch (java.net.URISyntaxException | IllegalArgumentException notEvenAnAddress) {
      return method + " " + path + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n" + body;
    }
  }

  private void asksTheDataPlane(Mutant mutant) throws IOException {
    for (int i = 0; i < 4; i++) {
      String body = mutant.of(document(mutant));
      String path = mutant.of(mutant.any("/things/kit/shadow", "/topics/a%2Fb?qos=1"));
      answers(
          new Telephone(socket(cloud.https())),
          mutant.any("GET", "POST", "DELETE")
              + " "
              + path
              + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: "
              + body.getBytes(UTF_8).length
              + "\r\n\r\n"
              + body);
    }
  }

  private Socket socket(InetSocketAddress door) throws IOException {
    return device.getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), door.getPort());
  }

  private static void answers(Telephone phone, String letter) throws IOException {
    try (phone) {
      phone.say(letter.getBytes(UTF_8));
      assertThat(phone.untilClosed()).doesNotContainPattern(SERVERS_FAULT);
    }
  }
}
