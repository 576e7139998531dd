package io.kitproof.boards.net;

import io.kitproof.boards.RigException;
import io.kitproof.boards.net.TelnetOptions.Refused;
import io.kitproof.boards.wire.ComPort;
import io.kitproof.boards.wire.ComPort.Setting;
import io.kitproof.boards.wire.Telnet;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A serial port behind a telnet server, set by RFC 2217: 8N1 at a rate, no flow control. */
final class ComPortCarrier implements Carrier {
  private static final Logger log = LoggerFactory.getLogger(ComPortCarrier.class);

  private static final int DATA_BITS = 8;
  private static final Duration LIMIT = Duration.ofSeconds(3);

  /** Some servers never answer a purge; what they kept comes meanwhile. */
  private static final Duration PURGE_LIMIT = Duration.ofSeconds(1);

  private final String part;
  private final ServerAddress address;
  private final int baud;
  private final Connection connection;
  private final Telnet telnet = new Telnet();
  private final TelnetOptions options = new TelnetOptions();
  private final Map<Setting, Long> answers = new EnumMap<>(Setting.class);
  private final ByteArrayOutputStream heard = new ByteArrayOutputStream();

  ComPortCarrier(String part, ServerAddress address, int baud, Connection connection) {
    this.part = part;
    this.address = address;
    this.baud = baud;
    this.connection = connection;
  }

  @Override
  public void begin() throws TurnedAway {
    options.offers().forEach(this::write);
    if (!await(options::settled, LIMIT)) {
      throw RigException.silent(part, address, "telnet options of RFC 2217", LIMIT);
    }
    Optional<Refused> refused = options.refused();
    if (refused.isPresent()) {
      throw declined(refused.get().said(), "the server refused it");
    }
    set("set %d baud".formatted(baud), Setting.BAUD_RATE, baud);
    set("set 8 data bits", Setting.DATA_SIZE, DATA_BITS);
    set("set no parity", Setting.PARITY, ComPort.NO_PARITY);
    set("set 1 stop bit", Setting.STOP_SIZE, ComPort.ONE_STOP_BIT);
    set("set no flow control", Setting.CONTROL, ComPort.NO_FLOW_CONTROL);
    purge();
    heard.reset();
  }

  private void set(String said, Setting setting, long value) throws TurnedAway {
    if (!ask(setting, value, LIMIT)) {
      throw RigException.silent(part, address, said, LIMIT);
    }
    long now = answers.getOrDefault(setting, value);
    if (now != value) {
      throw declined(said, "the server answered that it is " + now);
    }
  }

  /** What comes before the answer was in a buffer before. */
  private void purge() throws TurnedAway {
    if (!ask(Setting.PURGE, ComPort.BOTH_BUFFERS, PURGE_LIMIT)) {
      log.warn("{} on {} does not answer a purge: what it said so far is dropped", part, address);
    }
  }

  private boolean ask(Setting setting, long value, Duration limit) throws TurnedAway {
    write(ComPort.set(setting, value).bytes());
    return await(() -> answers.containsKey(setting), limit);
  }

  private boolean await(BooleanSupplier done, Duration limit) throws TurnedAway {
    long deadline = System.nanoTime() + limit.toNanos();
    for (long left = limit.toNanos();
        !done.getAsBoolean() && left > 0;
        left = deadline - System.nanoTime()) {
      byte[] bytes = connection.read(Duration.ofNanos(left)).orElse(null);
      if (bytes != null && bytes.length == 0) {
        throw new TurnedAway(heard.toByteArray());
      }
      if (bytes != null) {
        heard.writeBytes(received(bytes));
      }
    }
    return done.getAsBoolean();
  }

  private RigException declined(String said, String reason) {
    return RigException.declined(
        part,
        address,
        said,
        reason,
        "check that the server serves this port by telnet with RFC 2217, and its own settings");
  }

  private void write(byte[] bytes) {
    if (!connection.write(bytes)) {
      log.debug("{} is gone; the read will tell", address);
    }
  }

  @Override
  public byte[] received(byte[] bytes) {
    ByteArrayOutputStream data = new ByteArrayOutputStream(bytes.length);
    for (Telnet.Item item : telnet.read(bytes)) {
      if (item instanceof Telnet.Data more) {
        data.writeBytes(more.bytes());
      } else if (item instanceof Telnet.Option option) {
        options.reply(option).ifPresent(this::write);
      } else if (item instanceof Telnet.Sub sub) {
        ComPort.parse(sub)
            .filter(ComPort::answer)
            .ifPresent(answer -> answers.put(answer.setting(), answer.value()));
      }
    }
    return data.toByteArray();
  }

  @Override
  public byte[] sent(byte[] bytes) {
    return Telnet.data(bytes);
  }
}
