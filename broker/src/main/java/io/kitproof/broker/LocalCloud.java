package io.kitproof.broker;

import io.kitproof.broker.CloudOptions.Ports;
import io.kitproof.broker.bus.Publication;
import io.kitproof.broker.ca.CertificateAuthority;
import io.kitproof.broker.ca.ServerFlaw;
import io.kitproof.broker.core.BrokerCore;
import io.kitproof.broker.gateway.DeviceGateway;
import io.kitproof.broker.gateway.Misbehaviour;
import io.kitproof.broker.gateway.Rollback;
import io.kitproof.broker.gateway.Sabotage;
import io.kitproof.broker.http.HttpDoors;
import io.kitproof.broker.http.HttpLimits;
import io.kitproof.broker.http.Routes;
import io.kitproof.broker.http.WebService;
import io.kitproof.broker.http.control.Control;
import io.kitproof.broker.http.control.Endpoints;
import io.kitproof.broker.http.data.DataPlane;
import io.kitproof.broker.http.sign.AccessKey;
import io.kitproof.broker.http.sign.Signatures;
import io.kitproof.broker.registry.Account;
import io.kitproof.broker.registry.Registry;
import io.kitproof.broker.shadow.Shadows;
import io.kitproof.broker.store.Store;
import io.kitproof.broker.traffic.Connected;
import io.kitproof.broker.traffic.TrafficListener;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * A local AWS IoT: device gateway, message broker, registry, policies, shadows and the HTTPS API,
 * for any AWS client that is told where it is. Tells of every packet, and can be told to misbehave.
 * Many may run at once; they share nothing.
 */
public final class LocalCloud implements AutoCloseable {

  /** Twelve digits as every account has; whose it is does not matter here. */
  private static final String ACCOUNT = "123456789012";

  private static final int AWS_MQTT_PORT = 8883;

  private final CloudOptions options;
  private final Opened opened = new Opened();
  private final CertificateAuthority authority;
  private final AccessKey key;
  private final Registry registry;
  private final DeviceGateway gateway;
  private final Shadows shadows;
  private final HttpDoors web;
  private final InetSocketAddress mqtt;
  private final InetSocketAddress wss;
  private final CompletableFuture<Void> over = new CompletableFuture<>();

  private LocalCloud(CloudOptions options, TrafficListener listener) {
    this.options = options;
    try {
      Store store = opened.add(options.openStore());
      authority = options.makeAuthority();
      key = options.makeKey();
      registry =
          Registry.open(store, new Account(options.region(), ACCOUNT), authority, options.clock());
      RegisteredPrincipals principals = new RegisteredPrincipals(registry, key.id());
      var identity = authority.server(options.region());
      gateway =
          opened.add(
              DeviceGateway.build(identity, principals, listener, store, BrokerCore::moquette));
      shadows = Shadows.open(store, gateway, options.clock());
      gateway.serve(shadows);
      Ports ports = options.ports();
      web =
          opened.add(
              HttpDoors.open(
                  options.at(ports.https()),
                  options.at(ports.api()),
                  identity,
                  WebService.data(
                      DataPlane.routes(
                          shadows, gateway, store, principals::allows, registry.account().arns()),
                      signatures(List.of("iotdata", "iotdevicegateway")),
                      principals::active),
                  control(),
                  HttpLimits.defaults()));
      gateway.serveHttp(web.behind(gateway));
      mqtt = gateway.openMqtt(options.at(ports.mqtt()));
      wss = gateway.openWeb(options.at(ports.wss()));
    } catch (RuntimeException e) {
      opened.closeAfter(e);
      throw e;
    }
  }

  private WebService control() {
    return WebService.control(
        Control.addTo(new Routes(), registry, this::endpoints), signatures(List.of("iot")));
  }

  /** AWS tells the host alone, for its ports are always the same; here they need not be. */
  private Endpoints endpoints() {
    String host = options.address().getHostAddress();
    int port = mqtt().getPort();
    return Endpoints.at(port == AWS_MQTT_PORT ? host : host + ":" + port);
  }

  private Signatures signatures(List<String> services) {
    return new Signatures(List.of(key), options.region(), services, Clock.systemUTC());
  }

  /**
   * Starts a cloud; it listens when this returns.
   *
   * @throws java.io.UncheckedIOException if a port cannot be had
   */
  public static LocalCloud start(CloudOptions options, TrafficListener listener) {
    return new LocalCloud(options, listener);
  }

  /** Where it takes MQTT over TLS; the same after it went down and came back. */
  public InetSocketAddress mqtt() {
    return mqtt;
  }

  /** Where it takes MQTT over WebSocket, and either protocol if a client asks by ALPN. */
  public InetSocketAddress wss() {
    return wss;
  }

  /** Where its data plane is, over TLS. */
  public InetSocketAddress https() {
    return web.https();
  }

  /** Where its control plane is. */
  public InetSocketAddress api() {
    return web.api();
  }

  /** Whether the control plane takes plain HTTP beside TLS, which it does on loopback only. */
  public boolean plainApi() {
    return options.address().isLoopbackAddress();
  }

  public String region() {
    return options.region();
  }

  public String account() {
    return ACCOUNT;
  }

  /** What requests to the API are signed with; on loopback the same for all, else of its own. */
  public AccessKey key() {
    return key;
  }

  /** The name kits know it by, which its certificate is for: the one in the stock firmware. */
  public String endpoint() {
    return "data.iot." + options.region() + ".amazonaws.com";
  }

  /** The authority behind the cloud; what it issues by itself is not registered here. */
  public CertificateAuthority authority() {
    return authority;
  }

  /** The root certificate that clients must trust, as PEM text. */
  public String caPem() {
    return authority.pem();
  }

  /** The registry, for a program that would rather not go through the API. */
  public Registry registry() {
    return registry;
  }

  /** The broker is lost: connections are cut without a goodbye and the ports refuse new ones. */
  public void goDown() {
    gateway.goDown();
    web.goDown();
  }

  /** The broker is back, on the same ports, with its persistent sessions and retained messages. */
  public void comeBack() {
    web.comeBack();
    gateway.comeBack();
  }

  /** The clients that are connected now, in no order. */
  public List<Connected> connections() {
    return gateway.connections();
  }

  /** Misbehaves at the CONNECT of this client id, until rolled back. */
  public Rollback onConnect(String clientId, Misbehaviour.AtConnect what) {
    return sabotage().onConnect(clientId, what);
  }

  /** Misbehaves at a PUBLISH to exactly this topic, until rolled back. */
  public Rollback onPublish(String topic, Misbehaviour.AtPublish what) {
    return sabotage().onPublish(topic, what);
  }

  /** Misbehaves at a SUBSCRIBE with exactly this filter, until rolled back. */
  public Rollback onSubscribe(String filter, Misbehaviour.AtSubscribe what) {
    return sabotage().onSubscribe(filter, what);
  }

  /** All other ways to misbehave; of several in force that fit the newest counts. */
  public Sabotage sabotage() {
    return gateway.sabotage();
  }

  /** Shows a flawed certificate to MQTT clients that come from now on, until rolled back. */
  public Rollback show(ServerFlaw flaw) {
    return sabotage().show(authority.server(options.region(), flaw));
  }

  /**
   * Refuses every shadow update over MQTT by the client with this certificate, until rolled back.
   *
   * @param conflict whether for a version conflict (409); else for a failure of the service (500)
   */
  public Rollback refuseShadowUpdates(String principal, boolean conflict) {
    return shadows.refuseUpdates(principal, conflict)::run;
  }

  /** What misbehaviour is in force now, in words; nothing when the cloud behaves. */
  public List<String> inForce() {
    List<String> all = new ArrayList<>(sabotage().inForce());
    if (shadows.refusesUpdates()) {
      all.add("shadow updates are refused");
    }
    return all;
  }

  /** Runs this when it ends, whoever ends it; at once when it has. */
  public void whenOver(Runnable told) {
    CompletableFuture<Void> unused = over.thenRun(told);
  }

  /**
   * Sends a message at QoS 1 to whoever has subscribed, in the cloud's own name: to reserved topics
   * too, where no client may publish.
   */
  public void publish(String topic, byte[] payload) {
    gateway.publish(Publication.of(topic, payload, 1));
  }

  /** Ends everything, in milliseconds. May be called twice. */
  @Override
  public void close() {
    boolean unused = over.complete(null);
    opened.close();
  }
}
