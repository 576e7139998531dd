package io.kitproof.boards.kit.config;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A kit that writes down what its page did to it. */
final class Desk implements ConfigTarget {
  final List<String> notes = new CopyOnWriteArrayList<>();
  volatile List<ScannedAp> reach = List.of();
  volatile Runnable onConnect = () -> {};
  volatile boolean reassembles;
  private volatile String thing = "lightbulb";

  @Override
  public boolean reassembles() {
    return reassembles;
  }

  @Override
  public String thing() {
    return thing;
  }

  @Override
  public void thing(String name) {
    notes.add("thing " + name);
    thing = name;
  }

  @Override
  public void credentials(byte[] certificate, byte[] key) {
    notes.add(
        "credentials " + new String(certificate, ISO_8859_1) + " / " + new String(key, ISO_8859_1));
  }

  @Override
  public void accessPoint(String ssid, int security, String passphrase) {
    notes.add("accessPoint [%s] %d [%s]".formatted(ssid, security, passphrase));
  }

  @Override
  public void connect() {
    notes.add("connect");
    onConnect.run();
  }

  @Override
  public List<ScannedAp> scan() {
    return reach;
  }

  @Override
  public void print(String line) {
    notes.add("> " + line);
  }
}
