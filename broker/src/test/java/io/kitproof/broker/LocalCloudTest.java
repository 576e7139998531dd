package io.kitproof.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kitproof.broker.traffic.Direction;
import io.kitproof.broker.traffic.Disconnect;
import io.kitproof.broker.traffic.Disconnect.Cause;
import io.kitproof.broker.traffic.Packet;
import io.kitproof.broker.traffic.PacketType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("looks at all threads")
class LocalCloudTest {

  private final Recorder recorder = new Recorder();

  @Test
  void it_goes_down_with_its_connections_and_comes_back_on_the_same_port() {
    try (LocalCloud cloud = Clouds.start(recorder);
        RawClient kit = RawClient.open(cloud)) {
      int port = cloud.mqtt().getPort();
      kit.send(Wire.connect("kit")).receive();

      cloud.goDown();
      cloud.goDown();

      assertThat(kit.receive()).isEqualTo("closed");
      Disconnect end = recorder.awaitEnd("kit");
      assertThat(end.cause()).isEqualTo(Cause.CLOUD_DOWN);
      assertThat(end.reason()).isEqualTo("the cloud went down");
      assertThat(cloud.connections()).isEmpty();
      assertThatThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), port).close())
          .isInstanceOf(ConnectException.class);

      cloud.comeBack();
      cloud.comeBack();

      assertThat(cloud.mqtt().getPort()).isEqualTo(port);
      try (RawClient again = RawClient.open(cloud)) {
        assertThat(again.send(Wire.connect("kit")).receive()).isEqualTo("20020000");
      }
    }
  }

  @Test
  void nobody_else_gets_the_port_while_it_is_down() {
    try (LocalCloud cloud = Clouds.start(recorder)) {
      cloud.goDown();

      assertThatThrownBy(() -> bound(cloud.mqtt().getPort()).close())
          .isInstanceOf(java.net.BindException.class);
    }
  }

  @Test
  void whoever_asked_hears_of_its_end_and_not_of_its_going_down() {
    List<String> heard = new java.util.concurrent.CopyOnWriteArrayList<>();
    LocalCloud cloud = Clouds.start(recorder);
    cloud.whenOver(() -> heard.add("over"));

    cloud.goDown();
    cloud.comeBack();
    assertThat(heard).isEmpty();

    cloud.close();
    cloud.close();
    assertThat(heard).containsExactly("over");

    cloud.whenOver(() -> heard.add("long over"));
    assertThat(heard).containsExactly("over", "long over");
  }

  private static java.net.ServerSocket bound(int port) throws IOException {
    java.net.ServerSocket socket = new java.net.ServerSocket();
    socket.setReuseAddress(false);
    try {
      socket.bind(new java.net.InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return socket;
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  @Test
  void port_that_is_taken_is_named() {
    try (LocalCloud first = Clouds.start(recorder)) {
      int port = first.mqtt().getPort();
      CloudOptions same =
          CloudOptions.defaults()
              .withAuthority(Clouds.AUTHORITY)
              .withPorts(new CloudOptions.Ports(port, 0, 0, 0));

      assertThatThrownBy(() -> LocalCloud.start(same, recorder).close())
          .isInstanceOf(UncheckedIOException.class)
          .hasMessage("The cloud cannot listen on localhost port " + port + ".");
    }
    assertThat(ours()).as("what had been started is ended").isEmpty();
  }

  @Test
  void client_id_that_connects_again_takes_the_older_connection_over() {
    try (LocalCloud cloud = Clouds.start(recorder);
        RawClient older = RawClient.open(cloud);
        RawClient newer = RawClient.open(cloud)) {
      older.send(Wire.connect("kit")).receive();

      assertThat(newer.send(Wire.connect("kit")).receive()).isEqualTo("20020000");

      assertThat(older.receive()).isEqualTo("closed");
      Disconnect end = recorder.awaitEnd("kit");
      assertThat(end.connection()).isEqualTo(1);
      assertThat(end.cause()).isEqualTo(Cause.DUPLICATE_CLIENTID);
      assertThat(end.reason()).isEqualTo("client id \"kit\" was taken over by connection 2");
      assertThat(cloud.connections()).extracting(c -> c.connection()).containsExactly(2L);
      assertThat(newer.send(Wire.hex("c000")).receive()).isEqualTo("d000");
    }
  }

  @Test
  void will_is_sent_when_the_client_vanishes() {
    try (LocalCloud cloud = Clouds.start(recorder);
        RawClient watcher = RawClient.open(cloud);
        RawClient kit = RawClient.open(cloud)) {
      watcher.send(Wire.connect("watcher")).receive();
      watcher.send(Wire.subscribe(1, 0, "abc/will")).receive();
      byte[] will = Wire.join(Wire.string("abc/will"), Wire.string("gone"));
      kit.send(Wire.connect("kit", 4, 0x06, 60, will)).receive();

      kit.close();

      assertThat(watcher.receive()).isEqualTo("300e00086162632f77696c6c676f6e65");
      assertThat(recorder.awaitEnd("kit").reason())
          .isEqualTo("the client closed the connection without a DISCONNECT");
    }
  }

  @Test
  void the_cloud_itself_may_speak_where_no_client_may() {
    String delta = "$aws/things/lamp/shadow/update/delta";
    try (LocalCloud cloud = Clouds.start(recorder);
        RawClient kit = RawClient.open(cloud)) {
      kit.send(Wire.connect("kit")).receive();
      kit.send(Wire.subscribe(1, 0, delta)).receive();

      cloud.publish(delta, new byte[] {'{'});

      assertThat(kit.receive()).isEqualTo(HexFormat.of().formatHex(Wire.publish(delta, 0, 0, "{")));
    }
  }

  @Test
  void duplicate_flag_is_not_honoured() {
    try (LocalCloud cloud = Clouds.start(recorder);
        RawClient kit = RawClient.open(cloud)) {
      kit.send(Wire.connect("kit")).receive();
      kit.send(Wire.subscribe(1, 0, "a")).receive();

      kit.send(Wire.hex("3a 06 0001 61 0005 58"));

      assertThat(Stream.of(kit.receive(), kit.receive()))
          .containsExactlyInAnyOrder("40020005", "300400016158");
    }
  }

  @Test
  void what_is_sent_right_behind_the_connect_is_not_lost() {
    try (LocalCloud cloud = Clouds.start(recorder);
        RawClient kit = RawClient.open(cloud)) {

      kit.send(
          Wire.join(Wire.connect("kit"), Wire.subscribe(1, 0, "a"), Wire.publish("a", 0, 0, "X")));

      assertThat(List.of(kit.receive(), kit.receive(), kit.receive()))
          .containsExactly("20020000", "9003000100", "300400016158");
    }
  }

  @Test
  void longest_topic_and_largest_payload_are_delivered() {
    String topic = "a/b/c/d/e/f/g/" + "x".repeat(242);
    try (LocalCloud cloud = Clouds.start(recorder);
        RawClient kit = RawClient.open(cloud)) {
      kit.send(Wire.connect("kit")).receive();
      kit.send(Wire.subscribe(1, 0, topic)).receive();

      kit.send(Wire.publish(topic, 0, 0, "x".repeat(131_072)));

      assertThat(kit.receive()).endsWith("78".repeat(131_072));
      assertThat(recorder.awaitPacket(Direction.TO_CLIENT, PacketType.PUBLISH).payload())
          .hasSize(131_072);
    }
  }

  @Test
  void every_packet_leaves_in_a_tls_record_of_its_own() {
    try (LocalCloud cloud = Clouds.start(recorder);
        RawClient kit = RawClient.open(cloud)) {
      kit.send(Wire.connect("kit")).receive();
      kit.send(Wire.subscribe(1, 1, "a")).receive();

      kit.send(Wire.join(Wire.publish("a", 1, 1, "X"), Wire.publish("a", 1, 2, "Y")));

      for (int i = 0; i < 4; i++) {
        // The JDK's socket gives what one record holds, and no more, at a time.
        assertThat(kit.receiveRecord())
            .isIn("40020001", "40020002", "32060001610001" + "58", "32060001610002" + "59");
      }
    }
  }

  @Test
  void two_clouds_share_nothing() {
    Recorder others = new Recorder();
    try (LocalCloud one = Clouds.start(recorder);
        LocalCloud two = Clouds.start(others);
        RawClient kit = RawClient.open(one);
        RawClient other = RawClient.open(two)) {
      kit.send(Wire.connect("kit")).receive();
      other.send(Wire.connect("kit")).receive();
      other.send(Wire.subscribe(1, 0, "a")).receive();

      kit.send(Wire.publish("a", 1, 1, "X")).receive();

      assertThat(other.send(Wire.hex("c000")).receive()).isEqualTo("d000");
      assertThat(recorder.await(Packet.class, p -> true, 4)).hasSize(4);
      assertThat(one.mqtt().getPort()).isNotEqualTo(two.mqtt().getPort());
      assertThat(one.mqtt().getAddress().isLoopbackAddress()).isTrue();
      assertThat(one.endpoint()).isEqualTo("data.iot.us-east-1.amazonaws.com");
    }
  }

  @Test
  void listener_that_throws_does_not_stop_the_traffic() {
    Recorder broken =
        new Recorder() {
          @Override
          public void packet(io.kitproof.broker.traffic.Packet packet) {
            throw new IllegalStateException("on purpose");
          }
        };
    try (LocalCloud cloud = Clouds.start(broken);
        RawClient kit = RawClient.open(cloud)) {
      assertThat(kit.send(Wire.connect("kit")).receive()).isEqualTo("20020000");
    }
  }

  @Test
  void cloud_with_keys_of_its_own_takes_who_comes_before_they_are_made() {
    try (LocalCloud cloud = LocalCloud.start(CloudOptions.defaults(), recorder)) {
      Clouds.admit(cloud, Clouds.DEVICE);
      try (RawClient kit = RawClient.open(cloud)) {
        assertThat(kit.send(Wire.connect("kit")).receive()).isEqualTo("20020000");
      }
      assertThat(cloud.caPem()).startsWith("-----BEGIN CERTIFICATE-----\n");
    }
  }

  @Test
  void two_hundred_starts_leave_no_thread_and_no_file_behind() throws Exception {
    Set<Path> before = files();

    for (int i = 0; i < 200; i++) {
      LocalCloud cloud = Clouds.start(recorder);
      cloud.close();
      cloud.close();
    }

    assertThat(ours()).isEmpty();
    assertThat(files()).isEqualTo(before);
  }

  @Test
  void cloud_that_nobody_closes_does_not_keep_the_program_alive() {
    try (LocalCloud cloud = Clouds.start(recorder);
        RawClient kit = RawClient.open(cloud)) {
      kit.send(Wire.connect("kit")).receive();
      kit.send(Wire.publish("a", 1, 1, "X")).receive();

      assertThat(Thread.getAllStackTraces().keySet())
          .filteredOn(t -> t.getName().startsWith("kitproof-") || inOurGroup(t))
          .hasSizeGreaterThan(3)
          .allSatisfy(t -> assertThat(t.isDaemon()).as(t.getName()).isTrue())
          .allSatisfy(t -> assertThat(t.getName()).startsWith("kitproof-"));
    }
  }

  @Test
  void hundred_messages_may_be_on_their_way_at_once() {
    try (LocalCloud cloud = Clouds.start(recorder);
        RawClient kit = RawClient.open(cloud)) {
      kit.send(Wire.connect("kit")).receive();
      byte[] flood = Wire.bytes();
      for (int id = 1; id <= 100; id++) {
        flood = Wire.join(flood, Wire.publish("a", 1, id, "X"));
      }

      kit.send(flood);

      for (int id = 1; id <= 100; id++) {
        assertThat(kit.receive()).startsWith("4002");
      }
    }
  }

  @Test
  void delayed_will_of_mqtt_5_comes_after_its_delay() {
    try (LocalCloud cloud = Clouds.start(recorder);
        RawClient watcher = RawClient.open(cloud);
        RawClient kit = RawClient.open(cloud)) {
      watcher.send(Wire.connect("watcher")).receive();
      watcher.send(Wire.subscribe(1, 0, "w")).receive();
      // Session expiry 60 s, will delay 1 s: the session must outlive the delay.
      String head = "0004 4d515454 05 06 003c 05 11 0000003c 0003 6b6974";
      byte[] connect = Wire.packet(0x10, Wire.hex(head + "05 18 00000001 0001 77 0001 78"));
      assertThat(kit.send(connect).receive()).startsWith("20");

      kit.close();

      assertThat(watcher.receive()).isEqualTo("300400017778");
    }
  }

  /**
   * Threads of clouds that are still there after some patience; ended ones take a moment to die.
   */
  private static List<String> ours() {
    List<Thread> threads =
        Thread.getAllStackTraces().keySet().stream()
            .filter(t -> t.getName().startsWith("kitproof-") || inOurGroup(t))
            .toList();
    for (Thread thread : threads) {
      try {
        thread.join(10_000);
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }
    return threads.stream().filter(Thread::isAlive).map(Thread::getName).toList();
  }

  private static boolean inOurGroup(Thread thread) {
    ThreadGroup group = thread.getThreadGroup();
    return group != null && group.getName().startsWith("kitproof-");
  }

  private static Set<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(Path.of(""))) {
      return files.collect(Collectors.toSet());
    }
  }
}
