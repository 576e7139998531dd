package io.kitproof.broker.http.control;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpResponse;

/** The JDK's client beneath AWS's, since the SDK's small one can't send PATCH. */
final class JdkHttp implements SdkHttpClient {

  /** What the JDK says by itself and lets nobody else say. */
  private static final Set<String> OF_THE_JDK =
      Set.of("host", "content-length", "connection", "expect");

  private final HttpClient client = HttpClient.newHttpClient();

  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
    return new ExecutableHttpRequest() {
      @Override
      public HttpExecuteResponse call() throws IOException {
        return send(request);
      }

      @Override
      public void abort() {}
    };
  }

  private HttpExecuteResponse send(HttpExecuteRequest request) throws IOException {
    HttpRequest.Builder out =
        HttpRequest.newBuilder(request.httpRequest().getUri())
            .timeout(Duration.ofSeconds(30))
            .method(request.httpRequest().method().name(), body(request));
    request
        .httpRequest()
        .forEachHeader(
            (name, values) -> {
              if (!OF_THE_JDK.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> out.header(name, value));
              }
            });
    try {
      HttpResponse<byte[]> in = client.send(out.build(), HttpResponse.BodyHandlers.ofByteArray());
      return HttpExecuteResponse.builder()
          .response(
              SdkHttpResponse.builder()
                  .statusCode(in.statusCode())
                  .headers(in.headers().map())
                  .build())
          .responseBody(AbortableInputStream.create(new ByteArrayInputStream(in.body())))
          .build();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException();
    }
  }

  private static HttpRequest.BodyPublisher body(HttpExecuteRequest request) throws IOException {
    if (request.contentStreamProvider().isEmpty()) {
      return HttpRequest.BodyPublishers.noBody();
    }
    try (InputStream in = request.contentStreamProvider().get().newStream()) {
      return HttpRequest.BodyPublishers.ofByteArray(in.readAllBytes());
    }
  }

  @Override
  public void close() {}
}
