package io.kitproof.broker.gateway;

import io.kitproof.broker.ca.CertificateAuthority.ServerIdentity;
import io.kitproof.broker.door.Tls;
import io.kitproof.broker.traffic.Disconnect.Cause;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Has the gateway misbehave, until rolled back: then it is as it was before. Where a client is
 * meant it is told by its certificate, so that no other one is disturbed.
 */
public final class Sabotage {

  private static final int ADMINISTRATIVE_ACTION = 0x98;

  private final Script script;
  private final Lobby lobby;
  private final Consumer<Runnable> onLoop;

  /**
   * Over the connections of a gateway.
   *
   * @param onLoop runs a task on the gateway's thread and waits for it
   */
  Sabotage(Script script, Lobby lobby, Consumer<Runnable> onLoop) {
    this.script = script;
    this.lobby = lobby;
    this.onLoop = onLoop;
  }

  /** At the CONNECT of this client id. */
  public Rollback onConnect(String clientId, Misbehaviour.AtConnect what) {
    return script(Script.By.CLIENT_ID, clientId, what, Script.ALWAYS);
  }

  /** At a PUBLISH to exactly this topic. */
  public Rollback onPublish(String topic, Misbehaviour.AtPublish what) {
    return script(Script.By.TOPIC, topic, what, Script.ALWAYS);
  }

  /** At a SUBSCRIBE with exactly this filter. */
  public Rollback onSubscribe(String filter, Misbehaviour.AtSubscribe what) {
    return script(Script.By.FILTER, filter, what, Script.ALWAYS);
  }

  /**
   * Toward the client with this certificate, whatever it calls itself.
   *
   * @param principal SHA-256 of its certificate in hex
   */
  public Rollback toward(String principal, Misbehaviour what) {
    return script(Script.By.PRINCIPAL, named(principal), what, Script.ALWAYS);
  }

  /** At the next so many CONNECTs of the client with this certificate. */
  public Rollback toward(String principal, Misbehaviour.AtConnect what, int times) {
    return script(Script.By.PRINCIPAL, named(principal), what, times);
  }

  private static String named(String principal) {
    if (principal.isEmpty()) {
      throw new IllegalArgumentException("Who has no certificate can't be told from others.");
    }
    return principal;
  }

  /** Closes what connections the client with this certificate has, as AWS IoT may at any time. */
  public void disconnect(String principal) {
    onLoop.accept(
        () ->
            of(principal)
                .forEach(
                    c -> {
                      c.ends(
                          Cause.SERVER_INITIATED_DISCONNECT,
                          "the cloud was told to disconnect the client");
                      c.close(ADMINISTRATIVE_ACTION);
                    }));
  }

  /**
   * Falls silent on the connections that the client with this certificate has now: nothing is
   * heard, answered or closed, as when the network between them broke. They are cut at the end, for
   * such a connection never recovers; new ones work all the time.
   */
  public Rollback fallSilent(String principal) {
    onLoop.accept(() -> of(principal).forEach(Connection::fallsSilent));
    return () -> onLoop.accept(() -> deaf().forEach(Sabotage::cutSilent));
  }

  private static void cutSilent(Connection connection) {
    connection.ends(Cause.CONNECTION_LOST, "the connection had fallen silent");
    connection.cut();
  }

  /** Shows this certificate to whoever comes from now on; who is connected stays so. */
  public Rollback show(ServerIdentity identity) {
    return lobby.show(Tls.context(identity));
  }

  /** What is in force now, in words; nothing when the gateway behaves. */
  public List<String> inForce() {
    List<String> all = new ArrayList<>(script.words());
    if (lobby.showsAnother()) {
      all.add("another certificate is shown");
    }
    onLoop.accept(() -> deaf().forEach(c -> all.add("silence for " + c.principal())));
    return all;
  }

  private Rollback script(Script.By by, String name, Misbehaviour what, int times) {
    Rollback added = script.add(by, name, what, times);
    return () -> {
      added.close();
      onLoop.accept(this::nothingIsLate);
    };
  }

  private void nothingIsLate() {
    lobby.connections().forEach(c -> c.channel().pipeline().fireUserEventTriggered(Gate.IN_TIME));
  }

  private List<Connection> of(String principal) {
    return those(c -> c.principal().equals(principal));
  }

  private List<Connection> deaf() {
    return those(Connection::deaf);
  }

  private List<Connection> those(Predicate<Connection> wanted) {
    return lobby.connections().stream().filter(wanted).toList();
  }
}
