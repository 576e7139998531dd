package io.kitproof.boards.virtual;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.kitproof.boards.virtual.OutletSpeech.Answer;
import io.kitproof.boards.virtual.OutletSpeech.Request;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A board's body behind an HTTP server. */
final class HttpOutlets implements VirtualOutlets {
  private static final Logger LOG = LoggerFactory.getLogger(HttpOutlets.class);
  private static final int BACKLOG = 8;
  private static final int MOST_BODY = 4096;

  private final BoardBody body;
  private final OutletSpeech speech;
  private final HttpServer server;
  private final ExecutorService thread;
  private final List<String> heard = new CopyOnWriteArrayList<>();
  private volatile @Nullable String instead;
  private volatile boolean breaks;

  private HttpOutlets(
      BoardBody body, OutletSpeech speech, HttpServer server, ExecutorService thread) {
    this.body = body;
    this.speech = speech;
    this.server = server;
    this.thread = thread;
  }

  static VirtualOutlets start(String name, int channels, OutletSpeech speech) {
    ExecutorService thread =
        Executors.newSingleThreadExecutor(
            task -> {
              Thread one = new Thread(task, "kitproof-outlets-" + name);
              one.setDaemon(true);
              return one;
            });
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
      BoardBody body = new BoardBody(name, channels, (bytes, panel) -> {});
      HttpOutlets outlets = new HttpOutlets(body, speech, server, thread);
      server.createContext("/", outlets::handle);
      server.setExecutor(thread);
      server.start();
      return outlets;
    } catch (IOException e) {
      thread.shutdownNow();
      throw new UncheckedIOException(e);
    }
  }

  private void handle(HttpExchange exchange) throws IOException {
    Request request = request(exchange);
    heard.add(request.toString());
    if (!body.hears()) {
      // The connection stays open, and nothing ever comes.
      return;
    }
    Answer answer = speech.answer(request, body);
    body.after(body.faults().delay(), () -> send(exchange, answer));
  }

  private static Request request(HttpExchange exchange) throws IOException {
    return new Request(
        exchange.getRequestMethod(),
        exchange.getRequestURI().getRawPath(),
        Objects.requireNonNullElse(exchange.getRequestURI().getRawQuery(), ""),
        new String(exchange.getRequestBody().readNBytes(MOST_BODY), UTF_8),
        Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst("Authorization"), ""));
  }

  private void send(HttpExchange exchange, Answer answer) {
    String other = instead;
    String said = other == null ? answer.body() : other;
    byte[] bytes = (body.faults().garble().isPresent() ? reversed(said) : said).getBytes(UTF_8);
    try {
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(answer.status(), bytes.length);
      exchange.getResponseBody().write(bytes, 0, breaks ? bytes.length / 2 : bytes.length);
      exchange.getResponseBody().flush();
    } catch (IOException gone) {
      LOG.debug("Nobody waits any more for {}", said, gone);
    } finally {
      exchange.close();
    }
  }

  /** Broken, and the same each time. */
  private static String reversed(String text) {
    return new StringBuilder(text).reverse().toString();
  }

  @Override
  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  @Override
  public boolean feeds(int channel) {
    return !body.contact(channel).closed();
  }

  @Override
  public void wire(int channel, Net net) {
    body.contact(channel).wire(net);
  }

  @Override
  public void misbehave(Faults faults) {
    body.misbehave(faults);
  }

  @Override
  public void answerWith(String text) {
    instead = text;
  }

  @Override
  public void breakAnswers() {
    breaks = true;
  }

  @Override
  public List<String> heard() {
    return List.copyOf(heard);
  }

  @Override
  public void close() {
    server.stop(0);
    thread.shutdownNow();
    body.close();
  }
}
