package io.kitproof.boards.power;

import io.kitproof.boards.RigException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Short requests to one device on the network and its short answers: 3 s and 16 KiB each. Errors
 * name a request without its login.
 */
final class HttpTalk implements Runnable {
  static final Duration LIMIT = Duration.ofSeconds(3);

  private static final int DONE = 200;
  private static final int UNAUTHORIZED = 401;
  private static final int SHOWN = 80;
  private static final String NAME_LOGIN = "write user and password of %s in the bench file";
  private static final String NO_LOGIN =
      "switch its authentication off: %s is asked without a login";

  private final String part;
  private final URI url;
  private final ExecutorService threads;
  private final HttpClient client;

  HttpTalk(String part, URI url) {
    this.part = part;
    this.url = url;
    this.threads =
        Executors.newCachedThreadPool(
            task -> {
              Thread thread = new Thread(task, "kitproof-power-" + part);
              thread.setDaemon(true);
              return thread;
            });
    // Small devices know HTTP 1.1 only, and stumble over the offer of another.
    this.client =
        HttpClient.newBuilder()
            .version(Version.HTTP_1_1)
            .connectTimeout(LIMIT)
            .executor(threads)
            .build();
  }

  URI url() {
    return url;
  }

  /** Asks by GET; {@code secret} is added to the query and never shown. */
  String get(String target, String secret) {
    URI uri = url.resolve(secret.isEmpty() ? target : target + "&" + secret);
    return accepted("GET " + target, HttpRequest.newBuilder(uri), NAME_LOGIN);
  }

  /** Asks by GET for what will be refused; the body of the refusal. */
  String refusal(String target) {
    return send("GET " + target, HttpRequest.newBuilder(url.resolve(target))).body();
  }

  /** Asks by GET as somebody, by basic authentication. */
  String get(String target, Optional<Login> login) {
    HttpRequest.Builder request = HttpRequest.newBuilder(url.resolve(target));
    login.ifPresent(who -> request.header("Authorization", "Basic " + base64(who)));
    return accepted("GET " + target, request, NAME_LOGIN);
  }

  private static String base64(Login login) {
    byte[] bytes = (login.user() + ":" + login.password()).getBytes(StandardCharsets.UTF_8);
    return Base64.getEncoder().encodeToString(bytes);
  }

  /** Asks by POST, in JSON, as nobody. */
  String post(String target, String json) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(url.resolve(target))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json));
    return accepted("POST " + target + " " + json, request, NO_LOGIN);
  }

  private HttpResponse<String> send(String said, HttpRequest.Builder request) {
    CompletableFuture<HttpResponse<String>> answer =
        client.sendAsync(request.timeout(LIMIT).build(), head -> new ShortBody());
    try {
      return answer.copy().orTimeout(LIMIT.toMillis(), TimeUnit.MILLISECONDS).join();
    } catch (CompletionException failed) {
      boolean unused = answer.cancel(true);
      throw blame(said, failed.getCause() == null ? failed : failed.getCause());
    }
  }

  private String accepted(String said, HttpRequest.Builder request, String login) {
    HttpResponse<String> answer = send(said, request);
    int status = answer.statusCode();
    if (status == UNAUTHORIZED) {
      throw wantsLogin(said, login);
    }
    if (status != DONE) {
      throw RigException.declined(
          part,
          url,
          said,
          "status " + status,
          "check that %s is %s, its family, and the channel".formatted(url, part));
    }
    return answer.body();
  }

  /** It is there, but not for us. */
  RigException wantsLogin(String said) {
    return wantsLogin(said, NAME_LOGIN);
  }

  private RigException wantsLogin(String said, String next) {
    return RigException.declined(part, url, said, "it wants another login", next.formatted(part));
  }

  private RigException blame(String said, Throwable cause) {
    if (cause instanceof TimeoutException || cause instanceof HttpTimeoutException) {
      return RigException.silent(part, url, said, LIMIT);
    }
    if (cause instanceof ShortBody.TooLong) {
      return RigException.garbled(part, url, said, "a short answer", "more than 16 KiB");
    }
    if (cause instanceof ConnectException) {
      return cause.getCause() instanceof UnresolvedAddressException
          ? RigException.unknownHost(part, url)
          : RigException.notConnected(part, url, "the connection was refused");
    }
    if (cause instanceof IOException) {
      return RigException.cutOff(part, url, "\"" + said + "\"");
    }
    throw new CompletionException(cause);
  }

  /** What an answer says, found by a pattern with one group. */
  String found(String said, Pattern pattern, String expected, String body) {
    Matcher match = pattern.matcher(body);
    if (!match.find()) {
      throw RigException.garbled(part, url, said, expected, shown(body));
    }
    return match.group(1);
  }

  private static String shown(String body) {
    String safe = body.replaceAll("[^ -~]+", " ").strip();
    return "\"" + (safe.length() > SHOWN ? safe.substring(0, SHOWN) + "…" : safe) + "\"";
  }

  /** Ends its threads. */
  @Override
  public void run() {
    threads.shutdown();
  }
}
