package io.kitproof.boards.virtual;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.kitproof.boards.RigException;
import io.kitproof.boards.serial.SerialLine;
import io.kitproof.boards.virtual.VirtualSerialServer.Protocol;
import io.kitproof.boards.wire.ComPort;
import io.kitproof.boards.wire.ComPort.Setting;
import io.kitproof.boards.wire.Telnet;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One client of a virtual serial server, and the port while it is there. */
final class ServedPort implements SerialLine.Receiver, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ServedPort.class);
  private static final List<Integer> GRANTED =
      List.of(ComPort.OPTION, Telnet.BINARY, Telnet.SUPPRESS_GO_AHEAD);

  private final String name;
  private final Path serial;
  private final Protocol protocol;
  private final Socket client;
  private final ServerFaults faults;
  private final Telnet telnet = new Telnet();
  private final Thread thread;
  private volatile int rate;
  private @Nullable SerialLine line;

  ServedPort(
      String name, Path serial, int rate, Protocol protocol, Socket client, ServerFaults faults) {
    this.name = name;
    this.serial = serial;
    this.rate = rate;
    this.protocol = protocol;
    this.client = client;
    this.faults = faults;
    this.thread = new Thread(this::run, "kitproof-served-" + name);
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  boolean inUse() {
    return thread.isAlive();
  }

  int rate() {
    return inUse() ? rate : 0;
  }

  private void run() {
    try (client) {
      say(data(faults.kept().getBytes(US_ASCII)));
      line = SerialLine.open(name, serial, rate, this);
      byte[] buffer = new byte[1024];
      for (int n = client.getInputStream().read(buffer);
          n > 0;
          n = client.getInputStream().read(buffer)) {
        hear(Arrays.copyOf(buffer, n));
      }
    } catch (IOException | RigException gone) {
      LOG.debug("{} serves nobody any more", name, gone);
    } finally {
      closePort();
    }
  }

  private void closePort() {
    SerialLine open = line;
    if (open != null) {
      open.close();
    }
  }

  private void hear(byte[] bytes) {
    if (faults.mute()) {
      return;
    }
    if (protocol == Protocol.RAW) {
      give(bytes);
      return;
    }
    for (Telnet.Item item : telnet.read(bytes)) {
      if (item instanceof Telnet.Data data) {
        give(data.bytes());
      } else if (item instanceof Telnet.Option option) {
        answer(option);
      } else if (item instanceof Telnet.Sub sub) {
        ComPort.parse(sub).filter(asked -> !asked.answer()).ifPresent(this::obey);
      }
    }
  }

  private void give(byte[] bytes) {
    SerialLine open = line;
    if (open != null) {
      open.write(bytes);
    }
  }

  private void answer(Telnet.Option option) {
    boolean granted =
        GRANTED.contains(option.option()) && !(faults.plain() && option.option() == ComPort.OPTION);
    switch (option.verb()) {
      case Telnet.WILL -> say(Telnet.option(granted ? Telnet.DO : Telnet.DONT, option.option()));
      case Telnet.DO -> say(Telnet.option(granted ? Telnet.WILL : Telnet.WONT, option.option()));
      default -> LOG.debug("{} needs no answer", option);
    }
  }

  private void obey(ComPort asked) {
    if (asked.setting() == Setting.PURGE && faults.noPurge()) {
      return;
    }
    if (asked.setting() != Setting.BAUD_RATE) {
      say(asked.answered(asked.value()).bytes());
      return;
    }
    long set = faults.rate().orElse(asked.value());
    if (set != rate) {
      closePort();
      rate = Math.toIntExact(set);
      line = SerialLine.open(name, serial, rate, this);
    }
    say(asked.answered(set).bytes());
  }

  @Override
  public void received(byte[] bytes, long nanos) {
    say(data(bytes));
  }

  @Override
  public void unplugged(RigException why) {
    close();
  }

  private byte[] data(byte[] bytes) {
    return protocol == Protocol.RAW ? bytes : Telnet.data(bytes);
  }

  /** Called by the port's thread and by the client's. */
  private synchronized void say(byte[] bytes) {
    if (faults.mute()) {
      return;
    }
    try {
      client.getOutputStream().write(bytes);
    } catch (IOException gone) {
      LOG.debug("{} has gone", name, gone);
    }
  }

  @Override
  public void close() {
    try {
      client.close();
    } catch (IOException gone) {
      LOG.debug("{} was gone already", name, gone);
    }
  }
}
