package io.kitproof.boards.kit;

import io.kitproof.boards.kit.mqtt.Channel;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import javax.net.ssl.SSLSocket;

/** MQTT over TLS. One read gives one record, which is what reaches the library in one piece. */
final class TlsChannel implements Channel {
  private static final int LONGEST_RECORD = 1 << 14;

  private final SSLSocket socket;
  private final InputStream in;
  private final byte[] record = new byte[LONGEST_RECORD];

  TlsChannel(SSLSocket socket) throws IOException {
    this.socket = socket;
    this.in = socket.getInputStream();
  }

  @Override
  public void write(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
  }

  @Override
  public byte[] read() throws IOException {
    int n = in.read(record);
    return Arrays.copyOf(record, Math.max(0, n));
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      // The goodbye did not get through; the connection is gone all the same.
    }
  }
}
