package io.kitproof.boards.kit;

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A TCP connection over the air: without radio contact nothing arrives, nothing leaves, not even
 * the news that one end has closed. With it, everything does, in order.
 */
final class RadioSocket extends Socket {
  private static final Logger LOG = LoggerFactory.getLogger(RadioSocket.class);
  private static final int FAREWELL_MILLIS = 500;

  private final Air air;
  private final ByteArrayOutputStream waiting = new ByteArrayOutputStream();
  private boolean ended;
  private volatile boolean handshaking = true;

  RadioSocket(Air air) {
    this.air = air;
    air.add(this);
  }

  @Override
  public InputStream getInputStream() throws IOException {
    return new FromTheAir(super.getInputStream());
  }

  @Override
  public OutputStream getOutputStream() throws IOException {
    return new IntoTheAir(super.getOutputStream());
  }

  /** Closes this end; the other one learns of it when there is contact. */
  @Override
  @SuppressWarnings("UnsynchronizedOverridesSynchronized") // its own lock, never held while closing
  public void close() throws IOException {
    synchronized (air) {
      ended = true;
      air.notifyAll();
      if (!air.up()) {
        return;
      }
    }
    air.remove(this);
    if (handshaking) {
      letThePeerHear();
    }
    super.close();
  }

  /** From now on somebody is always reading. */
  void shakenHands() {
    handshaking = false;
  }

  /**
   * Closing with bytes unread would reset the connection here, and the peer might never see the
   * alert that says why. A kit's network stack sends what it has first.
   */
  private void letThePeerHear() {
    try {
      setSoTimeout(FAREWELL_MILLIS);
      shutdownOutput();
      long skipped = super.getInputStream().transferTo(OutputStream.nullOutputStream());
      LOG.trace("{} bytes of a refused broker were not read", skipped);
    } catch (IOException e) {
      LOG.trace("A refused broker did not wait for the reason", e);
    }
  }

  /** Power is gone: the connection ends without a goodbye, whatever the air does. */
  void cut() {
    synchronized (air) {
      ended = true;
      air.notifyAll();
    }
    air.remove(this);
    try {
      setSoLinger(true, 0);
    } catch (SocketException e) {
      // Not connected or closed: there is nobody to be abrupt with.
    }
    closeQuietly();
  }

  /** There is contact again: sends what has waited. */
  void catchUp() {
    boolean over;
    synchronized (air) {
      over = ended;
    }
    try {
      getOutputStream().flush();
    } catch (IOException e) {
      over = true; // The other end is gone; the reader will notice.
    }
    if (over) {
      air.remove(this);
      closeQuietly();
    }
  }

  private void closeQuietly() {
    try {
      super.close();
    } catch (IOException e) {
      throw new IllegalStateException("A socket could not be closed.", e);
    }
  }

  private final class FromTheAir extends FilterInputStream {
    FromTheAir(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      int n = in.read(bytes, from, length);
      synchronized (air) {
        while (!air.up() && !ended) {
          try {
            air.wait();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the kit was switched off");
          }
        }
        if (ended) {
          throw new SocketException("closed");
        }
      }
      return n;
    }
  }

  private final class IntoTheAir extends FilterOutputStream {
    IntoTheAir(OutputStream out) {
      super(out);
    }

    @Override
    public void write(int one) throws IOException {
      write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      synchronized (waiting) {
        waiting.write(bytes, from, length);
      }
      flush();
    }

    @Override
    public void flush() throws IOException {
      synchronized (waiting) {
        if (air.up()) {
          byte[] due = waiting.toByteArray();
          waiting.reset();
          out.write(due);
        }
      }
    }
  }
}
