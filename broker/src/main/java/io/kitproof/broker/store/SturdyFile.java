package io.kitproof.broker.store;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Map;
import org.h2.mvstore.SFChunk;
import org.h2.mvstore.SingleFileStore;
import org.jspecify.annotations.Nullable;

/**
 * The store's file, read in a way that survives an interrupt. A {@link
 * java.nio.channels.FileChannel} closes itself when a thread that reads from it is interrupted, and
 * the broker's core ends its threads by interrupts.
 */
final class SturdyFile extends SingleFileStore {

  private @Nullable RandomAccessFile reader;

  SturdyFile(Map<String, Object> settings) {
    super(settings);
  }

  @Override
  public void open(String fileName, boolean readOnly, char @Nullable [] encryptionKey) {
    super.open(fileName, readOnly, encryptionKey);
    try {
      reader = new RandomAccessFile(fileName, "r");
    } catch (IOException e) {
      super.close();
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public ByteBuffer readFully(@Nullable SFChunk chunk, long position, int length) {
    RandomAccessFile from = reader;
    if (from == null) {
      return super.readFully(chunk, position, length);
    }
    byte[] bytes = new byte[length];
    try {
      synchronized (from) {
        from.seek(position);
        from.readFully(bytes);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The store can't be read at " + position + ".", e);
    }
    return ByteBuffer.wrap(bytes);
  }

  @Override
  public void close() {
    try {
      super.close();
      if (reader != null) {
        reader.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The store's file can't be closed.", e);
    }
  }
}
