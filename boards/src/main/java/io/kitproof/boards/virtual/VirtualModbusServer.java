package io.kitproof.boards.virtual;

import io.kitproof.boards.wire.ModbusDialect;
import io.kitproof.boards.wire.ModbusFrame;
import io.kitproof.boards.wire.ModbusTcpFrame;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A Modbus board with a network connector that is not there: Modbus TCP on loopback, one client at
 * a time. Whoever starts it closes it.
 */
public final class VirtualModbusServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(VirtualModbusServer.class);
  private static final HexFormat HEX = HexFormat.ofDelimiter(" ").withUpperCase();
  private static final int BACKLOG = 4;
  private static final int MOST = 1024;

  private final BoardBody body;
  private final ModbusDialect dialect;
  private final int address;
  private final ServerSocket listening;
  private final List<String> heard = new CopyOnWriteArrayList<>();
  private volatile @Nullable Socket client;
  private volatile boolean breaks;

  private VirtualModbusServer(
      BoardBody body, ModbusDialect dialect, int address, ServerSocket listening) {
    this.body = body;
    this.dialect = dialect;
    this.address = address;
    this.listening = listening;
  }

  /**
   * Listens on a free port of loopback.
   *
   * @param address the only unit it answers for
   */
  public static VirtualModbusServer start(
      String name, int channels, int address, ModbusDialect dialect) {
    try {
      ServerSocket listening = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
      BoardBody body = new BoardBody(name, channels, (bytes, panel) -> {});
      VirtualModbusServer server = new VirtualModbusServer(body, dialect, address, listening);
      Thread thread = new Thread(server::run, "kitproof-modbus-" + name);
      thread.setDaemon(true);
      thread.start();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where it listens, as a bench file has it. */
  public String url() {
    return "tcp://127.0.0.1:" + listening.getLocalPort();
  }

  /** True while the contact is closed. */
  public boolean closed(int channel) {
    return body.contact(channel).closed();
  }

  /** Has an input watch a net. */
  public void wireInput(int channel, Net net) {
    body.wireInput(channel, net);
  }

  /** From now on it has these faults and no others. */
  public void misbehave(Faults faults) {
    body.misbehave(faults);
  }

  /** From now on its connection breaks in the middle of each answer. */
  public void breakAnswers() {
    breaks = true;
  }

  /** The requests so far, in hexadecimal. */
  public List<String> heard() {
    return List.copyOf(heard);
  }

  private void run() {
    while (!listening.isClosed()) {
      try (Socket next = listening.accept()) {
        client = next;
        serve(next);
      } catch (IOException gone) {
        LOG.debug("Nobody asks any more", gone);
      }
    }
  }

  private void serve(Socket from) throws IOException {
    byte[] pending = {};
    byte[] buffer = new byte[MOST];
    for (int n = from.getInputStream().read(buffer);
        n > 0;
        n = from.getInputStream().read(buffer)) {
      byte[] all = Arrays.copyOf(pending, pending.length + n);
      System.arraycopy(buffer, 0, all, pending.length, n);
      int at = 0;
      Optional<ModbusTcpFrame> request = ModbusTcpFrame.parse(all, at, all.length);
      while (request.isPresent()) {
        byte[] bytes = request.get().bytes();
        heard.add(HEX.formatHex(bytes));
        answer(request.get(), from);
        at += bytes.length;
        request = ModbusTcpFrame.parse(all, at, all.length);
      }
      pending = Arrays.copyOfRange(all, at, all.length);
    }
  }

  private void answer(ModbusTcpFrame request, Socket to) {
    if (request.frame().address() != address || !body.hears()) {
      return;
    }
    Optional<ModbusFrame> reply = ModbusMind.of(dialect, body, address).obey(request.frame());
    reply.ifPresent(
        frame -> {
          byte[] bytes = new ModbusTcpFrame(request.transaction(), frame).bytes();
          if (body.faults().garble().isPresent()) {
            bytes[2] ^= 1;
          }
          body.after(body.faults().delay(), () -> send(bytes, to));
        });
  }

  private void send(byte[] bytes, Socket to) {
    try {
      to.getOutputStream().write(bytes, 0, breaks ? bytes.length / 2 : bytes.length);
      if (breaks) {
        to.close();
      }
    } catch (IOException gone) {
      LOG.debug("Nobody waits any more", gone);
    }
  }

  /** Stops to listen, and opens all contacts. */
  @Override
  public void close() {
    try (ServerSocket closing = listening;
        Socket last = client) {
      LOG.debug("{} ends with {}", closing, last);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      body.close();
    }
  }
}
