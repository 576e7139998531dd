package io.kitproof.broker.store;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.file.Path;
import java.util.List;

/** The program that is killed: writes as fast as it can and prints what is kept. */
public final class Writer {

  /** Keys are used again, so that the file is written over. */
  static final int KEYS = 200;

  static final List<String> TABLES = List.of("left", "middle", "right");

  private Writer() {}

  /** Arguments: the folder, the number of threads; prints "thread number" for what is kept. */
  public static void main(String[] arguments) {
    Store store = Store.at(Path.of(arguments[0]));
    System.out.println("open");
    for (int i = 0; i < Integer.parseInt(arguments[1]); i++) {
      String name = "thread" + i;
      new Thread(() -> write(store, name), name).start();
    }
  }

  private static void write(Store store, String name) {
    Table last = store.table("last");
    byte[] before = last.get(name);
    long number = before == null ? 0 : Long.parseLong(new String(before, US_ASCII));
    while (true) {
      number++;
      String key = name + "/" + number % KEYS;
      byte[] value = Long.toString(number).getBytes(US_ASCII);
      store.together(
          () -> {
            TABLES.forEach(table -> store.table(table).put(key, value));
            last.put(name, value);
          });
      String kept = name + " " + number;
      store.whenKept(() -> System.out.println(kept));
    }
  }
}
