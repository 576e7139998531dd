package io.kitproof.broker.http;

import io.kitproof.broker.Clouds;
import io.kitproof.broker.Recorder;
import io.kitproof.broker.core.BrokerCore;
import io.kitproof.broker.gateway.DeviceGateway;
import io.kitproof.broker.gateway.OpenHouse;
import io.kitproof.broker.store.Store;
import java.net.InetSocketAddress;
import java.net.URI;

/** A gateway with both of its doors and HTTP behind them. */
final class Web implements AutoCloseable {

  final Recorder recorder = new Recorder();
  final Site site;
  final DeviceGateway gateway =
      DeviceGateway.build(
          Clouds.AUTHORITY.server("us-east-1"),
          new OpenHouse(),
          recorder,
          Store.memory(),
          BrokerCore::moquette);
  final InetSocketAddress mqtt;
  final InetSocketAddress wss;

  Web() {
    this(HttpLimits.defaults());
  }

  Web(HttpLimits limits) {
    site = new Site(limits);
    gateway.serveHttp(site.doors.behind(gateway));
    mqtt = gateway.openMqtt(Site.ANY);
    wss = gateway.openWeb(Site.ANY);
  }

  /** Where WebSockets are, signed as the SDKs of AWS IoT do. */
  URI presigned() {
    return new Sender(Sender.KEY, "iotdevicegateway")
        .presigned(URI.create("https://localhost:" + wss.getPort() + "/mqtt"));
  }

  @Override
  public void close() {
    gateway.close();
    site.close();
  }
}
