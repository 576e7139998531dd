package io.kitproof.reports.grading;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/**
 * The folder of a grading: {@code index.html} for the class, {@code grades.csv} and {@code
 * grades.json}, and {@code students/} with a page for each submission.
 */
public final class GradeFolder {
  private static final int LONGEST = 60;
  private static final int TELLING = 8;

  private GradeFolder() {}

  /**
   * Writes a student's page.
   *
   * @throws IOException if it can't be written
   */
  public static void write(Path folder, Rubric rubric, Grade grade, Witnessed seen)
      throws IOException {
    put(folder.resolve(page(grade.name())), StudentPage.of(rubric, grade, seen));
  }

  /**
   * Writes the sheet and the page of the class.
   *
   * @return the page
   * @throws IOException if one can't be written
   */
  public static Path write(Path folder, GradeSheet sheet) throws IOException {
    put(folder.resolve("grades.csv"), GradeCsv.of(sheet));
    put(folder.resolve("grades.json"), GradeJson.of(sheet));
    Path page = folder.resolve("index.html");
    put(page, ClassPage.of(sheet));
    return page;
  }

  /**
   * Where the page of a submission is, seen from the folder: no character that a file system minds,
   * and another one for each name.
   */
  public static String page(String name) {
    String words = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    String plain = words.substring(0, Math.min(LONGEST, words.length()));
    return "students/" + (plain.equals(name) ? name : plain + "-" + digest(name)) + ".html";
  }

  private static String digest(String name) {
    try {
      byte[] sha = MessageDigest.getInstance("SHA-256").digest(name.getBytes(UTF_8));
      return HexFormat.of().formatHex(sha).substring(0, TELLING);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
  }

  /** A reader never meets half a file. */
  private static void put(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Path half = file.resolveSibling(file.getFileName() + ".part");
    Files.writeString(half, text);
    Files.move(half, file, StandardCopyOption.REPLACE_EXISTING);
  }
}
