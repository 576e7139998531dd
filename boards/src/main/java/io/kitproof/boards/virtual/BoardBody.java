package io.kitproof.boards.virtual;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What is behind the port of every family: contacts, inputs, faults; the language decides what is
 * done with them.
 */
final class BoardBody implements VirtualPort.Device, Panel, AutoCloseable {
  private final Speech speech;
  private final BoardClock clock;
  private final Replies replies;
  private final List<Contact> contacts;
  private final Map<Integer, Net> inputs = new ConcurrentHashMap<>();
  private volatile Faults faults = Faults.none();
  private @Nullable VirtualPort port;
  private long lastCommand;
  private boolean commandedBefore;

  BoardBody(String name, int channels, Speech speech) {
    this.speech = speech;
    this.clock = new BoardClock(name);
    this.replies = new Replies(clock);
    this.contacts = IntStream.range(0, channels).mapToObj(c -> new Contact(c, clock)).toList();
  }

  @Override
  public void received(byte[] bytes, VirtualPort from) {
    port = from;
    speech.hear(bytes, this);
  }

  @Override
  public void opened(VirtualPort by) {
    port = by;
    speech.opened(this);
  }

  Contact contact(int channel) {
    if (channel < 0 || channel >= contacts.size()) {
      throw new IllegalArgumentException(
          "No channel %d: this board has 0 to %d.".formatted(channel, contacts.size() - 1));
    }
    return contacts.get(channel);
  }

  void wireInput(int channel, Net net) {
    if (channel < 0 || channel >= inputs()) {
      throw new IllegalArgumentException(
          "No input %d: this board has 0 to %d.".formatted(channel, inputs() - 1));
    }
    inputs.put(channel, net);
    net.onEdge((high, nanos) -> speech.inputChanged(channel, this));
  }

  void misbehave(Faults next) {
    faults = next;
    replies.misbehave(next);
    contacts.forEach(c -> c.misbehave(next));
  }

  Faults faults() {
    return faults;
  }

  void losePower() {
    speech.forget();
    contacts.forEach(Contact::release);
  }

  @Override
  public int channels() {
    return contacts.size();
  }

  @Override
  public int inputs() {
    return Math.max(8, contacts.size());
  }

  @Override
  public boolean hears() {
    Faults now = faults;
    long nanos = System.nanoTime();
    boolean hurried = commandedBefore && nanos - lastCommand < now.dropFasterThan().toNanos();
    commandedBefore = true;
    lastCommand = nanos;
    return !now.silent() && !hurried;
  }

  @Override
  public boolean speaks() {
    return !faults.silent();
  }

  @Override
  public void after(Duration time, Runnable deed) {
    clock.after(time, deed);
  }

  @Override
  public boolean tellsPositions() {
    return faults.readBack();
  }

  @Override
  public boolean sees() {
    return !faults.blind();
  }

  @Override
  public void move(int channel, boolean closed) {
    contact(channel).move(closed);
  }

  @Override
  public void flash(int channel, boolean closed, Duration time) {
    contact(channel).flash(closed, time);
  }

  @Override
  public boolean readBack(int channel) {
    return contact(channel).readBack();
  }

  @Override
  public boolean input(int channel) {
    Net net = inputs.get(channel);
    return net != null && net.high();
  }

  @Override
  public void reply(byte[] bytes) {
    VirtualPort to = port;
    if (to != null) {
      replies.send(bytes, to);
    }
  }

  @Override
  public void close() {
    losePower();
    clock.close();
  }
}
