package io.kitproof.broker.http;

import io.kitproof.broker.door.Tls;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Goes on once TLS is up, with who the client is; closes the connection if it fails. */
final class Secured extends ChannelInboundHandlerAdapter {

  private static final Logger LOG = LoggerFactory.getLogger(Secured.class);

  private final SslHandler tls;
  private final Consumer<String> then;

  Secured(SslHandler tls, Consumer<String> then) {
    this.tls = tls;
    this.then = then;
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
    if (event instanceof SslHandshakeCompletionEvent completion && completion.isSuccess()) {
      then.accept(Tls.principal(tls.engine().getSession()));
      ctx.pipeline().remove(this);
    }
    ctx.fireUserEventTriggered(event);
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    LOG.debug("TLS with {} failed.", ctx.channel().remoteAddress(), cause);
    ctx.close();
  }
}
