package io.kitproof.broker.http;

import io.kitproof.broker.http.sign.Signable;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.DateFormatter;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import java.util.Date;

/** Requests and answers as Netty has them. */
final class Wire {

  private Wire() {}

  static Signable signable(FullHttpRequest request) {
    String uri = request.uri();
    int question = uri.indexOf('?');
    return new Signable(
        request.method().name(),
        question < 0 ? uri : uri.substring(0, question),
        question < 0 ? "" : uri.substring(question + 1),
        request.headers().entries(),
        ByteBufUtil.getBytes(request.content()));
  }

  static FullHttpResponse response(String id, Answer answer, HttpVersion version, boolean keep) {
    FullHttpResponse response =
        new DefaultFullHttpResponse(
            HttpVersion.HTTP_1_1,
            HttpResponseStatus.valueOf(answer.status()),
            Unpooled.wrappedBuffer(answer.body()));
    answer.headers().forEach((name, value) -> response.headers().set(name, value));
    response.headers().set(HttpHeaderNames.DATE, DateFormatter.format(new Date()));
    response.headers().set("x-amzn-RequestId", id);
    response.headers().set(HttpHeaderNames.CONTENT_LENGTH, answer.body().length);
    HttpUtil.setKeepAlive(response.headers(), version, keep);
    return response;
  }
}
