package io.kitproof.broker.gateway;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;

/** A client without TLS that sends what it is told. */
final class Plain implements AutoCloseable {

  private static final int PATIENCE_MILLIS = 20_000;

  private final Socket socket;
  private final DataInputStream in;

  Plain(int port) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(PATIENCE_MILLIS);
    socket.setTcpNoDelay(true);
    in = new DataInputStream(socket.getInputStream());
  }

  /** Whether it could be sent, as far as a client can tell. */
  boolean send(byte[] packet) {
    try {
      socket.getOutputStream().write(packet);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** The next packet, its first byte and then its body; empty once the connection is lost. */
  byte[] receive() {
    try {
      int first = in.readUnsignedByte();
      int length = 0;
      int shift = 0;
      int digit;
      do {
        digit = in.readUnsignedByte();
        length |= (digit & 0x7F) << shift;
        shift += 7;
      } while ((digit & 0x80) != 0);
      byte[] packet = new byte[length + 1];
      packet[0] = (byte) first;
      in.readFully(packet, 1, length);
      return packet;
    } catch (EOFException | SocketException e) {
      return new byte[0];
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
