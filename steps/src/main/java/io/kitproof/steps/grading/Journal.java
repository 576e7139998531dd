package io.kitproof.steps.grading;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kitproof.reports.grading.Grade;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What was graded so far, a line each, on the disk before anybody hears of it: whatever ends the
 * process, the next one goes on from here. A line that was not written to its end is forgotten.
 */
final class Journal implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String FILE = "journal.jsonl";

  private final FileChannel channel;
  private final Map<String, Grade> kept = new HashMap<>();

  /**
   * A line.
   *
   * @param key of what was graded, and by what
   */
  record Line(String key, Grade grade) {}

  private Journal(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Opens the journal of a folder, or begins one.
   *
   * @throws IOException if it can't be read or written, or another grading has it
   */
  static Journal open(Path folder) throws IOException {
    FileChannel channel =
        FileChannel.open(
            folder.resolve(FILE),
            StandardOpenOption.CREATE,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE);
    try {
      if (locked(channel)) {
        Journal journal = new Journal(channel);
        journal.load();
        return journal;
      }
      throw new IOException("Another grading is at work in " + folder + ".");
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  /** The lock is the process's, and goes with it. */
  private static boolean locked(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  private void load() throws IOException {
    ByteBuffer all = ByteBuffer.allocate(Math.toIntExact(channel.size()));
    int read = 0;
    while (all.hasRemaining() && read >= 0) {
      read = channel.read(all);
    }
    String text = new String(all.array(), 0, all.position(), UTF_8);
    int whole = 0;
    for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', whole)) {
      if (!take(text.substring(whole, end))) {
        break;
      }
      whole = end + 1;
    }
    int bytes = text.substring(0, whole).getBytes(UTF_8).length;
    FileChannel unused = channel.truncate(bytes).position(bytes);
  }

  private boolean take(String text) {
    try {
      Line line = JSON.readValue(text, Line.class);
      kept.put(line.key(), line.grade());
      return true;
    } catch (JsonProcessingException e) {
      return false;
    }
  }

  /** What was graded by that key. */
  synchronized Optional<Grade> find(String key) {
    return Optional.ofNullable(kept.get(key));
  }

  /**
   * Keeps a grade; it is on the disk when this returns.
   *
   * @throws IOException if it can't be written
   */
  synchronized void keep(String key, Grade grade) throws IOException {
    ByteBuffer line = UTF_8.encode(JSON.writeValueAsString(new Line(key, grade)) + "\n");
    while (line.hasRemaining()) {
      int unused = channel.write(line);
    }
    channel.force(true);
    kept.put(key, grade);
  }

  @Override
  public synchronized void close() throws IOException {
    channel.close();
  }
}
