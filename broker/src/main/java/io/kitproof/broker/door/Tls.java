package io.kitproof.broker.door;

import io.kitproof.broker.ca.CertificateAuthority.ServerIdentity;
import io.kitproof.broker.ca.Fingerprint;
import io.netty.channel.Channel;
import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.ApplicationProtocolConfig.Protocol;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectedListenerFailureBehavior;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectorFailureBehavior;
import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import javax.net.ssl.X509ExtendedKeyManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * TLS as AWS IoT speaks it: 1.2 and 1.3, a client certificate asked for, none required and any
 * taken (facts of AWS IoT 2.5); who the client is counts at CONNECT. The key and the certificate
 * are held as they are, since Java's key stores encrypt them, which takes longer than the whole
 * start.
 */
public final class Tls {

  private static final Logger LOG = LoggerFactory.getLogger(Tls.class);

  /**
   * What a client asks for that wants MQTT where HTTP is spoken otherwise (facts of AWS IoT 2.5).
   */
  public static final String MQTT_BY_ALPN = "x-amzn-mqtt-ca";

  /** What a client asks for that wants HTTP where MQTT is spoken otherwise. */
  public static final String HTTP_BY_ALPN = "x-amzn-http-ca";

  private Tls() {}

  /** For all connections of a server; a client that asks for other protocols by ALPN gets none. */
  public static SslContext context(ServerIdentity identity) {
    try {
      return SslContextBuilder.forServer(new OneKey(identity))
          .sslProvider(SslProvider.JDK)
          .protocols("TLSv1.3", "TLSv1.2")
          .clientAuth(ClientAuth.OPTIONAL)
          .trustManager(new TakesAny())
          .applicationProtocolConfig(
              new ApplicationProtocolConfig(
                  Protocol.ALPN,
                  SelectorFailureBehavior.NO_ADVERTISE,
                  SelectedListenerFailureBehavior.ACCEPT,
                  MQTT_BY_ALPN,
                  HTTP_BY_ALPN))
          .build();
    } catch (SSLException e) {
      throw new IllegalStateException("This Java cannot serve TLS 1.2 and 1.3.", e);
    }
  }

  /**
   * Goes on with a channel once there is a certificate: at once, or later on the channel's own
   * thread, with nothing read before. Closes it if there will be none.
   */
  public static void whenReady(
      CompletableFuture<SslContext> tls, Channel channel, Consumer<SslContext> goesOn) {
    if (tls.isDone() && !tls.isCompletedExceptionally()) {
      goesOn.accept(tls.join());
      return;
    }
    channel.config().setAutoRead(false);
    var unused =
        tls.whenCompleteAsync(
            (context, failure) -> {
              if (failure != null) {
                LOG.error("The cloud has no certificate.", failure);
                channel.close();
                return;
              }
              goesOn.accept(context);
              channel.config().setAutoRead(true);
            },
            channel.eventLoop());
  }

  /** Who the other end is: SHA-256 of its certificate in hex, empty if it showed none. */
  public static String principal(SSLSession session) {
    try {
      return Fingerprint.of(session.getPeerCertificates()[0]);
    } catch (SSLPeerUnverifiedException e) {
      return "";
    }
  }

  /** Shows the one certificate there is, whatever name is asked for, as AWS IoT does. */
  private static final class OneKey extends X509ExtendedKeyManager {

    private static final String ALIAS = "server";
    private final ServerIdentity identity;

    OneKey(ServerIdentity identity) {
      this.identity = identity;
    }

    @Override
    public @Nullable String chooseEngineServerAlias(
        String keyType, Principal @Nullable [] issuers, SSLEngine engine) {
      return keyType.equals("RSA") ? ALIAS : null;
    }

    @Override
    public @Nullable String chooseServerAlias(
        String keyType, Principal @Nullable [] issuers, Socket socket) {
      return keyType.equals("RSA") ? ALIAS : null;
    }

    @Override
    public String[] getServerAliases(String keyType, Principal @Nullable [] issuers) {
      return new String[] {ALIAS};
    }

    @Override
    public String @Nullable [] getClientAliases(String keyType, Principal @Nullable [] issuers) {
      return null;
    }

    @Override
    public @Nullable String chooseClientAlias(
        String[] keyType, Principal @Nullable [] issuers, Socket socket) {
      return null;
    }

    @Override
    public X509Certificate[] getCertificateChain(String alias) {
      return identity.chain().toArray(new X509Certificate[0]);
    }

    @Override
    public PrivateKey getPrivateKey(String alias) {
      return identity.privateKey();
    }
  }

  /** TLS still proves that the client has the key of the certificate it shows. */
  private static final class TakesAny extends X509ExtendedTrustManager {

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {
      throw new UnsupportedOperationException("a server does not judge servers");
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {
      checkServerTrusted(chain, type);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {
      checkServerTrusted(chain, type);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
