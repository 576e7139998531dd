package io.kitproof.broker.interop;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kitproof.broker.Clouds;
import io.kitproof.broker.LocalCloud;
import io.kitproof.broker.Recorder;
import io.kitproof.broker.interop.Program.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The AWS CLI against the local cloud: it is told where to go and nothing else. */
final class AwsCliTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;
  private final LocalCloud cloud = Clouds.start(new Recorder());

  @BeforeEach
  void credentials() throws IOException {
    Program.needs("aws");
    Files.writeString(folder.resolve("ca"), cloud.caPem(), US_ASCII);
  }

  @AfterEach
  void close() {
    cloud.close();
  }

  @Test
  void walk_of_exercise_01_works_command_by_command_and_what_is_in_use_stays() throws IOException {
    assertThat(iot("create-thing", "--thing-name", "lamp").get("thingArn").asText())
        .isEqualTo("arn:aws:iot:us-east-1:123456789012:thing/lamp");
    JsonNode keys = iot("create-keys-and-certificate", "--set-as-active");
    String arn = keys.get("certificateArn").asText();
    String id = keys.get("certificateId").asText();
    JsonNode unused =
        iot(
            "create-policy",
            "--policy-name",
            "all",
            "--policy-document",
            "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"iot:*\",\"Resource\":\"*\"}]}");
    assertThat(call("iot", "attach-policy", "--policy-name", "all", "--target", arn).code())
        .isZero();
    assertThat(
            call("iot", "attach-thing-principal", "--thing-name", "lamp", "--principal", arn)
                .code())
        .isZero();

    assertThat(iot("list-thing-principals", "--thing-name", "lamp").at("/principals/0").asText())
        .isEqualTo(arn);
    assertThat(iot("list-attached-policies", "--target", arn).at("/policies/0/policyName").asText())
        .isEqualTo("all");
    assertThat(
            iot("describe-certificate", "--certificate-id", id)
                .at("/certificateDescription/status")
                .asText())
        .isEqualTo("ACTIVE");
    assertThat(
            iot("describe-endpoint", "--endpoint-type", "iot:Data-ATS")
                .at("/endpointAddress")
                .asText())
        .isEqualTo("127.0.0.1:" + cloud.mqtt().getPort());
    Ended refused = call("iot", "delete-certificate", "--certificate-id", id);
    assertThat(refused.code()).isNotZero();
    assertThat(refused.err())
        .contains(
            "An error occurred (CertificateStateException) when calling the DeleteCertificate operation:"
                + " Certificate must be deactivated (not ACTIVE) before deletion.");
  }

  @Test
  void shadow_is_written_and_read_over_https() throws IOException {
    Path document = folder.resolve("document");
    Path wish =
        Files.writeString(
            folder.resolve("wish"), "{\"state\":{\"desired\":{\"status\":\"ON\"}}}", US_ASCII);
    Ended updated =
        data(
            "update-thing-shadow",
            "--thing-name",
            "lamp",
            "--payload",
            "fileb://" + wish, // both versions of the CLI take bytes from a file as they are
            document.toString());

    assertThat(updated.code()).as(updated.err()).isZero();
    assertThat(data("get-thing-shadow", "--thing-name", "lamp", document.toString()).code())
        .isZero();
    JsonNode read = JSON.readTree(Files.readString(document));
    assertThat(read.at("/state/desired/status").asText()).isEqualTo("ON");
    assertThat(read.at("/version").asInt()).isOne();
    Ended missing = data("get-thing-shadow", "--thing-name", "none", document.toString());
    assertThat(missing.err()).contains("No shadow exists with name: 'none'");
  }

  @Test
  void wrong_secret_is_refused_as_aws_does() {
    Ended refused =
        Program.run(
            environment("not the secret"),
            List.of("aws", "iot", "list-things", "--endpoint-url", api()));

    assertThat(refused.code()).isNotZero();
    assertThat(refused.err())
        .contains("The request signature we calculated does not match the signature you provided.");
  }

  private JsonNode iot(String... words) throws IOException {
    List<String> all = new ArrayList<>(List.of("iot"));
    all.addAll(List.of(words));
    Ended ended = call(all.toArray(String[]::new));
    assertThat(ended.code()).as(ended.err()).isZero();
    return JSON.readTree(ended.out());
  }

  private Ended call(String... words) {
    return aws(List.of("--endpoint-url", api(), "--output", "json"), words);
  }

  private Ended data(String... words) {
    List<String> all = new ArrayList<>(List.of("iot-data"));
    all.addAll(List.of(words));
    return aws(
        List.of("--endpoint-url", "https://localhost:" + cloud.https().getPort()),
        all.toArray(String[]::new));
  }

  private Ended aws(List<String> options, String... words) {
    List<String> command = new ArrayList<>(List.of("aws"));
    command.addAll(List.of(words));
    command.addAll(options);
    return Program.run(environment(cloud.key().secret()), command);
  }

  private String api() {
    return "http://127.0.0.1:" + cloud.api().getPort();
  }

  /** Nothing of the user's own configuration is read. */
  private Map<String, String> environment(String secret) {
    return Map.of(
        "AWS_ACCESS_KEY_ID",
        cloud.key().id(),
        "AWS_SECRET_ACCESS_KEY",
        secret,
        "AWS_DEFAULT_REGION",
        "us-east-1",
        "AWS_CONFIG_FILE",
        folder.resolve("no-config").toString(),
        "AWS_SHARED_CREDENTIALS_FILE",
        folder.resolve("no-credentials").toString(),
        "AWS_CA_BUNDLE",
        folder.resolve("ca").toString(),
        "AWS_PAGER",
        "",
        "AWS_EC2_METADATA_DISABLED",
        "true");
  }
}
