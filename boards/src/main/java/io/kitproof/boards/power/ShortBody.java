package io.kitproof.boards.power;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import org.jspecify.annotations.Nullable;

/** The body of an answer, up to 16 KiB. */
final class ShortBody implements BodySubscriber<String> {
  private static final int MOST = 16 * 1024;

  /** There was more. */
  static final class TooLong extends IOException {
    private static final long serialVersionUID = 1L;
  }

  private final CompletableFuture<String> body = new CompletableFuture<>();
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private @Nullable Subscription subscription;

  @Override
  public CompletionStage<String> getBody() {
    return body;
  }

  @Override
  public void onSubscribe(Subscription all) {
    subscription = all;
    all.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(List<ByteBuffer> more) {
    for (ByteBuffer buffer : more) {
      byte[] next = new byte[buffer.remaining()];
      buffer.get(next);
      bytes.writeBytes(next);
    }
    if (bytes.size() > MOST && subscription != null) {
      subscription.cancel();
      boolean unused = body.completeExceptionally(new TooLong());
    }
  }

  @Override
  public void onError(Throwable failed) {
    boolean unused = body.completeExceptionally(failed);
  }

  @Override
  public void onComplete() {
    boolean unused = body.complete(bytes.toString(StandardCharsets.UTF_8));
  }
}
