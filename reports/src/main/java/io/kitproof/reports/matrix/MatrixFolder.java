package io.kitproof.reports.matrix;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;

/**
 * The folder of a self-check: {@code matrix.html} for people, {@code matrix.json} for programs,
 * {@code matrix.md} for a summary.
 */
public final class MatrixFolder {
  private MatrixFolder() {}

  /**
   * Writes the folder.
   *
   * @param zone whose times the page shows
   * @return the page
   * @throws IOException if the folder can't be written
   */
  public static Path write(Matrix matrix, Path folder, ZoneId zone) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("matrix.json"), MatrixJson.of(matrix));
    Files.writeString(folder.resolve("matrix.md"), MatrixText.of(matrix));
    return Files.writeString(folder.resolve("matrix.html"), MatrixPage.of(matrix, zone));
  }
}
