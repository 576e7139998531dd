package io.kitproof.steps;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The features that come with Kitproof, and those somebody else wrote. */
final class FeatureShelf {
  private static final String FOLDER = "features";
  private static final String ENDING = ".feature";

  /** Features may lie in folders, which hold no folders. */
  private static final int DEPTH = 2;

  private final List<String> names;

  private FeatureShelf(List<String> names) {
    this.names = names;
  }

  /** What is in the folder {@code features} of the class path. */
  static FeatureShelf open() {
    URL folder = requireNonNull(FeatureShelf.class.getClassLoader().getResource(FOLDER), FOLDER);
    try {
      return new FeatureShelf(list(folder));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What is in the folder, or in the folder of a jar, which others may have open as well. */
  static List<String> list(URL folder) throws IOException, URISyntaxException {
    if (!folder.getProtocol().equals("jar")) {
      return list(Path.of(folder.toURI()));
    }
    URL file = ((JarURLConnection) folder.openConnection()).getJarFileURL();
    try (FileSystem jar = FileSystems.newFileSystem(Path.of(file.toURI()))) {
      return list(jar.getPath("/" + FOLDER));
    }
  }

  private static List<String> list(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder, DEPTH)) {
      return files
          .map(file -> folder.relativize(file).toString())
          .filter(name -> name.endsWith(ENDING))
          .map(name -> name.substring(0, name.length() - ENDING.length()))
          .sorted()
          .toList();
    }
  }

  /** The names of all, as {@code 05_pair} or {@code device_advisor/tls}. */
  List<String> names() {
    return names;
  }

  /**
   * Where Cucumber finds what was asked for: an exercise's number, a name, a folder or a path; when
   * nothing was, the exercises, which lie in no folder.
   *
   * @throws NoSuchFeatureException with the names there are
   */
  List<String> find(List<String> asked) {
    List<String> wanted =
        asked.isEmpty() ? names.stream().filter(name -> !name.contains("/")).toList() : asked;
    return wanted.stream().flatMap(this::find).distinct().toList();
  }

  private Stream<String> find(String asked) {
    List<String> found = named(asked);
    if (found.isEmpty()) {
      if (asked.endsWith(ENDING) || asked.contains("/")) {
        return Stream.of(path(asked));
      }
      throw NoSuchFeatureException.named(asked, names);
    }
    return found.stream().map(name -> "classpath:" + FOLDER + "/" + name + ENDING);
  }

  private List<String> named(String asked) {
    List<String> inFolder = names.stream().filter(name -> name.startsWith(asked + "/")).toList();
    return inFolder.isEmpty()
        ? names.stream()
            .filter(name -> name.equals(asked) || name.startsWith(asked + "_"))
            .limit(1)
            .toList()
        : inFolder;
  }

  private static String path(String asked) {
    Path file = Path.of(asked);
    if (!Files.isRegularFile(file)) {
      throw NoSuchFeatureException.at(asked);
    }
    return file.toUri().toString();
  }
}
