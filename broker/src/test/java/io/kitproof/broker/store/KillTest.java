package io.kitproof.broker.store;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kitproof.broker.Child;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The store of a process that is killed at any moment. */
final class KillTest {

  private static final int THREADS = 3;

  /** More by hand: {@code -Dkills=300 -Dseed=7}. */
  private static final int KILLS = Integer.getInteger("kills", 20);

  /** Acknowledgements before a kill, at most; {@code -Dlongest=50000} has the file tidied too. */
  private static final int LONGEST = Integer.getInteger("longest", 2_000);

  @TempDir private Path folder;

  @Test
  void what_was_told_to_be_kept_is_kept_and_what_was_done_together_is_whole() throws Exception {
    long seed = Long.getLong("seed", System.nanoTime());
    Random random = new Random(seed);

    for (int round = 1; round <= KILLS; round++) {
      Map<String, Long> told = new HashMap<>();
      try (Child writer = Child.of(Writer.class, folder.toString(), Integer.toString(THREADS))) {
        assertThat(writer.line()).isEqualTo("open");
        int enough = 1 + random.nextInt(LONGEST);
        for (int i = 1; i <= enough; i++) {
          tell(told, writer.line());
        }
        writer.killAfter(random.nextInt(10));
        writer.lines().forEach(line -> tell(told, line));
      }

      try (Store store = Store.at(folder)) {
        for (int i = 0; i < THREADS; i++) {
          String name = "thread" + i;
          long kept = value(store.table("last"), name);
          String where = "seed " + seed + ", round " + round + ", " + name;
          assertThat(kept).as(where).isGreaterThanOrEqualTo(told.getOrDefault(name, 0L));
          assertWhole(store, name, kept, where);
        }
      }
    }
  }

  @Test
  void second_process_is_refused_and_told_about_the_first() throws Exception {
    try (Child writer = Child.of(Writer.class, folder.toString(), "1")) {
      assertThat(writer.line()).isEqualTo("open");

      assertThatThrownBy(() -> Store.at(folder))
          .isInstanceOf(StoreInUseException.class)
          .hasMessage(
              "The data folder "
                  + folder
                  + " is in use by the cloud of process "
                  + writer.pid()
                  + ": end that one or take another folder.");
    }
  }

  private static void assertWhole(Store store, String name, long kept, String where) {
    for (String table : Writer.TABLES) {
      for (long number = Math.max(1, kept - Writer.KEYS + 1); number <= kept; number++) {
        assertThat(value(store.table(table), name + "/" + number % Writer.KEYS))
            .as("%s, table %s", where, table)
            .isEqualTo(number);
      }
    }
  }

  private static long value(Table table, String key) {
    byte[] value = table.get(key);
    return value == null ? 0 : Long.parseLong(new String(value, US_ASCII));
  }

  private static void tell(Map<String, Long> told, String line) {
    String[] words = line.split(" ", 2);
    told.put(words[0], Long.parseLong(words[1]));
  }
}
