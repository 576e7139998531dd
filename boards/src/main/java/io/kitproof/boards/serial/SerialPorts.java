package io.kitproof.boards.serial;

import io.kitproof.boards.serial.PortProblem.Holder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What would keep a serial port from being opened, found without opening it or writing to it. */
public final class SerialPorts {
  private SerialPorts() {}

  /**
   * Everything that is wrong with a port, empty when nothing is. A symbolic link is followed. Costs
   * some milliseconds, for it asks every process of the machine.
   *
   * <p>A port that this very run holds open is reported as busy too, by the name of its part.
   */
  public static List<PortProblem> problems(Path port) {
    List<Holder> holders = new ArrayList<>();
    OpenPorts.holder(port)
        .ifPresent(part -> holders.add(new Holder(ProcessHandle.current().pid(), part)));
    holders.addAll(PortHolders.of(port));
    return PortFacts.look(port, holders).problems();
  }
}
