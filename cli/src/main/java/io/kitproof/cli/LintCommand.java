package io.kitproof.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kitproof.cli.terminal.OutputFormat;
import io.kitproof.cli.terminal.Screen;
import io.kitproof.fixtures.lint.Finding;
import io.kitproof.fixtures.lint.Project;
import io.kitproof.reports.text.Printable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code kitproof lint}. */
@Command(
    name = "lint",
    description = {
      "Reads project folders (makefile, C source, wifi_config_dct.h, certificates) for the mistakes "
          + "that need no kit: a platform left out, the example's network or topic, a key of another "
          + "certificate, WICED_BUTTON1 for the shield's button, sizeof for strlen.",
      "Several folders are also compared: their CLIENT_IDs should differ, the topics of publisher and "
          + "subscriber should not. Nothing is built, run or changed."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:no findings", "1:findings", "2:wrong usage, or a folder that can't be read"},
    footer = {
      "",
      "Examples:",
      "  kitproof lint 02_publisher                    one project",
      "  kitproof lint 02_publisher 04_subscriber      two that talk to each other",
      "",
      "JSON: {\"projects\": [{\"project\", \"findings\": [{\"file\", \"line\", \"code\", \"text\", \"advice\"}]}]}."
    })
final class LintCommand implements Callable<Integer> {
  private static final ObjectWriter JSON = new ObjectMapper().writerWithDefaultPrettyPrinter();

  private final Screen screen;

  @Parameters(
      paramLabel = "PROJECT",
      arity = "1..*",
      description = "Folders of apps, each with its makefile.")
  private List<Path> projects = new ArrayList<>();

  @Mixin private final OutputFormat format = new OutputFormat();

  LintCommand(Screen screen) {
    this.screen = screen;
  }

  @Override
  public Integer call() throws IOException {
    Map<Path, List<Finding>> found = Project.together(projects);
    screen.out().print(format.isJson() ? json(found) : text(found));
    screen.out().flush();
    return found.values().stream().allMatch(List::isEmpty) ? 0 : 1;
  }

  private static String text(Map<Path, List<Finding>> found) {
    StringBuilder out = new StringBuilder();
    found.forEach((project, findings) -> findings.forEach(f -> append(out, project, f)));
    int count = found.values().stream().mapToInt(List::size).sum();
    return out.append(counted(count, "finding"))
        .append(" in ")
        .append(counted(found.size(), "project"))
        .append(".\n")
        .toString();
  }

  /** The shape editors and terminals make a link of. */
  private static void append(StringBuilder out, Path project, Finding f) {
    out.append(Printable.line(project.resolve(f.file()).toString()))
        .append(':')
        .append(f.line())
        .append(": ")
        .append(Printable.line(f.text()))
        .append(" (")
        .append(f.code())
        .append(")\n    ")
        .append(Printable.line(f.advice()))
        .append('\n');
  }

  private static String counted(int count, String what) {
    return count + " " + what + (count == 1 ? "" : "s");
  }

  private static String json(Map<Path, List<Finding>> found) throws IOException {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    var list = document.putArray("projects");
    found.forEach(
        (path, findings) -> {
          ObjectNode project = list.addObject().put("project", path.toString());
          var all = project.putArray("findings");
          findings.forEach(
              f ->
                  all.addObject()
                      .put("file", f.file().toString())
                      .put("line", f.line())
                      .put("code", f.code())
                      .put("text", f.text())
                      .put("advice", f.advice()));
        });
    return JSON.writeValueAsString(document) + "\n";
  }
}
