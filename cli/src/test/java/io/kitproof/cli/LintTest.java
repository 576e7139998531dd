package io.kitproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LintTest {
  private static final String LINE = System.lineSeparator();

  @TempDir private Path folder;
  private Path publisher = Path.of("");
  private Path subscriber = Path.of("");

  @BeforeEach
  void write_two_right_projects() throws IOException {
    publisher = project("02_publisher", "abc/bulb", "wiced_mqtt_publish(object)");
    subscriber = project("04_subscriber", "abc/bulb", "wiced_mqtt_subscribe(object)");
  }

  private Path project(String name, String topic, String call) throws IOException {
    Path project = Files.createDirectories(folder.resolve(name));
    Path makefile =
        Files.writeString(
            project.resolve(name + ".mk"),
            "NAME := App_" + name + "\n$(NAME)_COMPONENTS := protocols/MQTT\n");
    Path source =
        Files.writeString(
            project.resolve("app.c"),
            "#define WICED_TOPIC \""
                + topic
                + "\"\n#define CLIENT_ID \"abc_"
                + name
                + "\"\n"
                + call);
    assertThat(makefile).exists();
    assertThat(source).exists();
    return project;
  }

  private static Ran lint(Object... words) {
    String[] command = new String[words.length + 1];
    command[0] = "lint";
    for (int i = 0; i < words.length; i++) {
      command[i + 1] = words[i].toString();
    }
    return Ran.command(command);
  }

  @Test
  void right_projects_have_no_findings() {
    assertThat(lint(publisher, subscriber))
        .isEqualTo(new Ran(0, "0 findings in 2 projects.\n", ""));
  }

  @Test
  void finding_has_file_and_line_code_and_advice() throws IOException {
    Path wrong = project("02_publisher", "WICED_BULB", "wiced_mqtt_publish(object)");

    assertThat(lint(wrong))
        .isEqualTo(
            new Ran(
                1,
                wrong.resolve("app.c")
                    + ":1: WICED_TOPIC is still \"WICED_BULB\". (default-topic)\n"
                    + "    Write short ASCII without a slash in front or blanks, with your initials"
                    + " or thing in it.\n"
                    + "1 finding in 1 project.\n",
                ""));
  }

  @Test
  void readme_shows_what_is_printed() throws IOException {
    Path sizeof = project("02_publisher", "abc/bulb", "char* msg;\nsend(msg, sizeof(msg));\n");
    Path copy = project("04_subscriber", "abc/bulb", "wiced_mqtt_subscribe(object)");
    Path source =
        Files.writeString(
            copy.resolve("app.c"),
            Files.readString(copy.resolve("app.c"))
                .replace("abc_04_subscriber", "abc_02_publisher"));

    String printed = lint(sizeof, copy).out().replace(folder + "/", "");

    assertThat(source).exists();
    assertThat(Files.readString(Path.of("..", "README.md")))
        .contains("```text\n" + printed + "```");
  }

  @Test
  void projects_are_compared_and_json_has_every_finding() throws IOException {
    Path other = project("04_subscriber", "abc/lamp", "wiced_mqtt_subscribe(object)");

    Ran ran = lint(publisher, other, "--format", "json");
    JsonNode json = ran.json();

    assertThat(ran.code()).isEqualTo(1);
    assertThat(json.at("/projects/0/project").asText()).isEqualTo(publisher.toString());
    assertThat(json.at("/projects/0/findings")).isEmpty();
    assertThat(json.at("/projects/1/findings")).hasSize(1);
    JsonNode finding = json.at("/projects/1/findings/0");
    assertThat(finding.at("/file").asText()).isEqualTo("app.c");
    assertThat(finding.at("/line").asInt()).isEqualTo(1);
    assertThat(finding.at("/code").asText()).isEqualTo("topics-differ");
    assertThat(finding.at("/text").asText())
        .isEqualTo("The topic \"abc/lamp\" is not \"abc/bulb\" of \"02_publisher\".");
    assertThat(finding.at("/advice").asText())
        .isEqualTo("Write the same topic into publisher and subscriber, letter for letter.");
  }

  @Test
  void folder_that_can_not_be_read_is_wrong_usage_with_its_reason() throws IOException {
    Path link = Files.createSymbolicLink(publisher.resolve("up.c"), subscriber.resolve("app.c"));

    assertThat(lint(publisher))
        .isEqualTo(new Ran(2, "", "\"up.c\" is a symbolic link out of the folder." + LINE));
    Files.delete(link);
    assertThat(lint(folder.resolve("gone")).code()).isEqualTo(2);
    assertThat(lint(publisher, publisher).err()).endsWith(" is named twice." + LINE);
    assertThat(lint().err())
        .isEqualTo(
            "Missing required parameter: 'PROJECT'" + LINE + "See: kitproof lint --help" + LINE);
  }
}
