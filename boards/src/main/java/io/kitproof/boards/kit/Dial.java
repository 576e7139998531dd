package io.kitproof.boards.kit;

import io.kitproof.boards.kit.FirmwareImage.Resources;
import io.kitproof.boards.kit.mqtt.Channel;
import io.kitproof.boards.kit.tls.TlsClient;
import java.io.IOException;
import java.net.NoRouteToHostException;
import java.time.Duration;
import javax.net.ssl.SSLSocket;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** TCP and TLS to the broker. */
final class Dial implements Channel.Dialler {
  private static final Logger LOG = LoggerFactory.getLogger(Dial.class);
  private static final Duration TCP_TIMEOUT = Duration.ofSeconds(5);
  private static final Duration TLS_TIMEOUT = Duration.ofSeconds(20);

  /** However fast the firmware's clock: a handshake takes the processor time it takes. */
  private static final Duration TLS_AT_LEAST = Duration.ofSeconds(5);

  private final Board board;
  private final String ip;
  private final int port;
  private final TlsClient client;

  Dial(Board board, Build build, String ip) {
    this.board = board;
    this.ip = ip;
    this.port = build.mqtt().port();
    Resources files = build.resources();
    this.client =
        TlsClient.of(
            files.clientCer(), files.privkeyCer(), files.rootcaCer(), build.mqtt().peerCn());
  }

  @Override
  public Channel dial() throws IOException {
    RadioSocket socket = connect();
    board.life().atPowerLoss(socket::cut);
    try {
      socket.setSoTimeout((int) tlsTimeout().toMillis());
      SSLSocket tls = client.handshake(socket);
      socket.setSoTimeout(0);
      socket.shakenHands();
      return new TlsChannel(tls);
    } catch (IOException e) {
      // The kit does not say why; whoever looks into a virtual bench may want to know.
      LOG.debug("A kit got no TLS with {}", ip, e);
      socket.close();
      throw e;
    }
  }

  private RadioSocket connect() throws IOException {
    try {
      return board.connect(ip, port);
    } catch (NoRouteToHostException e) {
      board.sleep(TCP_TIMEOUT);
      throw e;
    }
  }

  private Duration tlsTimeout() {
    Duration real = board.clock().real(TLS_TIMEOUT);
    return real.compareTo(TLS_AT_LEAST) < 0 ? TLS_AT_LEAST : real;
  }
}
