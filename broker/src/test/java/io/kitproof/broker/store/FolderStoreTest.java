package io.kitproof.broker.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FolderStoreTest {

  @TempDir private Path temporary;

  @Test
  void what_was_put_is_there_after_the_store_was_closed_and_opened_again() {
    try (Store store = Store.at(folder())) {
      store.table("things").put("lamp", bytes("on"));
    }

    try (Store store = Store.at(folder())) {
      assertThat(store.table("things").get("lamp")).isEqualTo(bytes("on"));
    }
  }

  @Test
  void folder_and_files_belong_to_their_owner_alone() throws Exception {
    Store.at(folder()).close();

    assertThat(permissions(folder())).isEqualTo("rwx------");
    try (var files = Files.list(folder())) {
      assertThat(files)
          .hasSize(2)
          .allSatisfy(file -> assertThat(permissions(file)).isEqualTo("rw-------"));
    }
  }

  @Test
  void tasks_run_in_their_order_on_the_thread_of_the_store() throws Exception {
    List<Integer> order = new ArrayList<>();
    CompletableFuture<String> thread = new CompletableFuture<>();

    try (Store store = Store.at(folder())) {
      for (int i = 0; i < 1_000; i++) {
        int number = i;
        store.table("table").put("key", bytes("value " + i));
        store.whenKept(() -> order.add(number));
      }
      store.whenKept(() -> thread.complete(Thread.currentThread().getName()));

      assertThat(thread.get(20, TimeUnit.SECONDS)).isEqualTo("kitproof-store");
    }

    assertThat(order).hasSize(1_000).isSorted();
  }

  @Test
  void task_that_fails_does_not_stop_those_behind_it() throws Exception {
    CompletableFuture<String> next = new CompletableFuture<>();

    try (Store store = Store.at(folder())) {
      store.whenKept(
          () -> {
            throw new IllegalStateException("a test's task");
          });
      store.whenKept(() -> next.complete("told"));

      assertThat(next.get(20, TimeUnit.SECONDS)).isEqualTo("told");
    }
  }

  @Test
  void tasks_given_before_the_close_run_and_later_ones_do_not() {
    List<String> told = new ArrayList<>();
    Store store = Store.at(folder());

    store.whenKept(() -> told.add("before"));
    store.close();
    store.close();
    store.whenKept(() -> told.add("after"));

    assertThat(told).containsExactly("before");
  }

  @Test
  void interrupted_reader_does_not_close_the_file_under_the_others() {
    byte[] large = new byte[100_000];
    try (Store store = Store.at(folder())) {
      // More than the cache holds, so that some must come from the file.
      for (int i = 0; i < 500; i++) {
        store.table("table").put("key" + i, large);
      }
    }

    try (Store store = Store.at(folder())) {
      Thread.currentThread().interrupt();
      assertThat(store.table("table").get("key1")).isEqualTo(large);
      assertThat(Thread.interrupted()).isTrue();

      assertThat(store.table("table").get("key400")).isEqualTo(large);
    }
  }

  @Test
  void second_store_in_a_folder_is_refused_and_the_first_one_keeps_working() {
    try (Store first = Store.at(folder())) {
      assertThatThrownBy(() -> Store.at(folder()))
          .isInstanceOf(StoreInUseException.class)
          .hasMessage(
              "The data folder "
                  + folder()
                  + " is in use by another cloud of this process: end that one or take another"
                  + " folder.");

      first.table("table").put("key", bytes("value"));
    }

    try (Store next = Store.at(folder())) {
      assertThat(next.table("table").get("key")).isEqualTo(bytes("value"));
    }
  }

  @Test
  void folder_that_is_a_file_is_refused() throws Exception {
    Files.createFile(folder());

    assertThatThrownBy(() -> Store.at(folder()))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessage(
            "The data folder "
                + folder()
                + " can't be written: make it a folder this user may write, or take another one.");
  }

  @Test
  void file_that_is_no_store_is_refused_and_left_alone() throws Exception {
    Path file = Files.createDirectories(folder()).resolve("store.mv");
    Files.writeString(file, "Dear diary, ".repeat(5_000));

    assertThatThrownBy(() -> Store.at(folder()))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessage(
            "The file "
                + file
                + " is no store of a cloud or is broken: move it away to begin with an empty one.");
    assertThat(file).hasContent("Dear diary, ".repeat(5_000));

    Files.delete(file);
    Store.at(folder()).close();
  }

  private Path folder() {
    return temporary.resolve("data");
  }

  private static String permissions(Path path) throws java.io.IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }
}
