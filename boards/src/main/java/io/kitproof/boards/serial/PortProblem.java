package io.kitproof.boards.serial;

import io.kitproof.boards.RigException;
import java.nio.file.Path;
import java.util.List;

/** One reason why a port cannot be opened. */
public sealed interface PortProblem {
  /** The path as it was asked for. */
  Path port();

  /** The same in words, with what to do about it. */
  RigException blame(String part);

  /** Nothing is there. */
  record Absent(Path port) implements PortProblem {
    @Override
    public RigException blame(String part) {
      return RigException.absent(part, port);
    }
  }

  /**
   * The path leads to something else.
   *
   * @param what "a directory", "a file" or "another device"
   */
  record NotAPort(Path port, String what) implements PortProblem {
    @Override
    public RigException blame(String part) {
      return RigException.notAPort(part, port, what);
    }
  }

  /** Somebody has it open. */
  record Busy(Path port, List<Holder> holders) implements PortProblem {
    public Busy {
      holders = List.copyOf(holders);
    }

    @Override
    public RigException blame(String part) {
      return RigException.busy(part, port, holders.stream().map(Holder::toString).toList());
    }
  }

  /** We are not in the group that may use it. */
  record NotPermitted(Path port, String user, String group) implements PortProblem {
    @Override
    public RigException blame(String part) {
      return RigException.notPermitted(part, port, user, group);
    }
  }

  /** Joining its group would not help: only its owner may use it. */
  record OwnerOnly(Path port, String user, String owner) implements PortProblem {
    @Override
    public RigException blame(String part) {
      return RigException.ownerOnly(part, port, user, owner);
    }
  }

  /** A process that has a port open. */
  record Holder(long pid, String name) {
    @Override
    public String toString() {
      return name + " (pid " + pid + ")";
    }
  }
}
