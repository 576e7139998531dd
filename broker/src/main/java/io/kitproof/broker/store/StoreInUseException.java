package io.kitproof.broker.store;

import java.nio.file.Path;
import java.util.OptionalLong;

/** Another cloud keeps its data in that folder, in this process or another one. */
public final class StoreInUseException extends RuntimeException {

  private static final long serialVersionUID = 1;

  /** One store was refused the folder of another one, that of the process if it is known. */
  StoreInUseException(Path folder, OptionalLong process) {
    super(
        "The data folder "
            + folder
            + " is in use by "
            + named(process)
            + ": end that one or take another folder.");
  }

  private static String named(OptionalLong process) {
    if (process.isEmpty()) {
      return "another cloud";
    }
    long id = process.getAsLong();
    return id == ProcessHandle.current().pid()
        ? "another cloud of this process"
        : "the cloud of process " + id;
  }
}
