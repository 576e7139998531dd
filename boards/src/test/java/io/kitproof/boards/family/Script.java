package io.kitproof.boards.family;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.kitproof.boards.virtual.VirtualPort;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** A device that answers word for word what it was told to, and keeps what it heard. */
final class Script implements VirtualPort.Device {
  private static final HexFormat HEX = HexFormat.ofDelimiter(" ").withUpperCase();

  private final List<String> heard = new CopyOnWriteArrayList<>();
  private final Map<String, Deque<byte[]>> answers = new ConcurrentHashMap<>();
  private final Function<byte[], String> shown;
  private StringBuilder pending = new StringBuilder();

  private Script(Function<byte[], String> shown) {
    this.shown = shown;
  }

  /** What is heard and said is hexadecimal. */
  static Script hex() {
    return new Script(HEX::formatHex);
  }

  /** What is heard and said is text, a command a line. */
  static Script text() {
    return new Script(bytes -> new String(bytes, StandardCharsets.ISO_8859_1));
  }

  /** Answers a request with these replies in turn, the last one again and again. */
  @CanIgnoreReturnValue
  Script answerHex(String request, String... replies) {
    answers.put(request, new ArrayDeque<>(Arrays.stream(replies).map(HEX::parseHex).toList()));
    return this;
  }

  /** As above in text. */
  @CanIgnoreReturnValue
  Script answer(String request, String... replies) {
    answers.put(
        request,
        new ArrayDeque<>(
            Arrays.stream(replies)
                .map(reply -> reply.getBytes(StandardCharsets.ISO_8859_1))
                .toList()));
    return this;
  }

  /** Byte by byte: on a busy machine requests come together. */
  @Override
  public synchronized void received(byte[] bytes, VirtualPort port) {
    for (byte one : bytes) {
      received(one, port);
    }
  }

  private void received(byte one, VirtualPort port) {
    if (pending.length() > 0 && shown.apply(new byte[] {0}).length() == 2) {
      pending.append(' ');
    }
    pending.append(shown.apply(new byte[] {one}));
    Deque<byte[]> replies = answers.get(pending.toString());
    if (replies != null || pending.toString().matches("A0( ..){3}")) {
      heard.add(pending.toString());
      pending = new StringBuilder();
      notifyAll();
    }
    if (replies != null) {
      port.send(replies.size() > 1 ? replies.remove() : replies.element());
    }
  }

  /** What was heard since the last call. */
  synchronized List<String> next(int count) throws InterruptedException {
    long deadline = System.nanoTime() + 20_000_000_000L;
    while (heard.size() < count && System.nanoTime() < deadline) {
      TimeUnit.MILLISECONDS.timedWait(this, 100);
    }
    List<String> next = List.copyOf(heard);
    heard.clear();
    return next;
  }
}
