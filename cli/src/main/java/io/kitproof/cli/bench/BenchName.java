package io.kitproof.cli.bench;

import io.kitproof.fixtures.benchfile.BenchFile;

/** The name of a bench, as it was given or as the file that was given says. */
final class BenchName {
  private BenchName() {}

  /**
   * The name.
   *
   * @throws io.kitproof.fixtures.benchfile.BenchFileException when the file can't be read
   */
  static String of(String nameOrFile) {
    boolean file = nameOrFile.endsWith(".yaml") || nameOrFile.endsWith(".yml");
    return file ? BenchFile.load(nameOrFile).bench() : nameOrFile;
  }
}
