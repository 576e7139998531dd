package io.kitproof.boards.family;

import io.kitproof.boards.relay.RelayListener;
import io.kitproof.boards.relay.Switched;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what it is told. */
final class Moves implements RelayListener {
  private final List<Switched> all = new CopyOnWriteArrayList<>();

  @Override
  public void switched(String board, Switched what) {
    all.add(what);
  }

  List<Switched> all() {
    return List.copyOf(all);
  }
}
