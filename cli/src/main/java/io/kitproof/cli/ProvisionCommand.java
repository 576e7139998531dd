package io.kitproof.cli;

import io.kitproof.cli.terminal.OutputFormat;
import io.kitproof.cli.terminal.Screen;
import io.kitproof.cli.terminal.UsageException;
import io.kitproof.fixtures.provision.Access;
import io.kitproof.fixtures.provision.CredentialFiles;
import io.kitproof.fixtures.provision.Provisioned;
import io.kitproof.fixtures.provision.Provisioner;
import io.kitproof.fixtures.provision.RootCertificates;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kitproof provision}. */
@Command(
    name = "provision",
    description = {
      "Does the walk of exercise 01 for each thing: registers it, makes its keys and an active "
          + "certificate, a policy, and attaches them.",
      "Writes what goes into its firmware: DIR/THING/client.cer, privkey.cer and rootca.cer. The key is "
          + "offered this once; it is readable by you only and never overwritten."
    },
    footer = {
      "",
      "Examples:",
      "  kitproof provision abc_Publisher abc_Subscriber --out keys          in the real AWS",
      "  kitproof provision lamp --out keys --endpoint http://127.0.0.1:8080 --ca rootca.cer",
      "",
      "Credentials are found as every AWS tool finds them: AWS_PROFILE, or AWS_ACCESS_KEY_ID and",
      "AWS_SECRET_ACCESS_KEY; for a local cloud they are those that kitproof cloud prints.",
      "JSON: {\"endpoint\", \"things\": [{\"thing\", \"policy\", \"certificateId\", \"folder\"}]}."
    })
final class ProvisionCommand implements Callable<Integer> {
  private final Screen screen;

  @Parameters(paramLabel = "THING", arity = "1..*", description = "Names of things.")
  private List<String> things = new ArrayList<>();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      description = "Where the files go, in a folder for each thing.")
  private Path out = Path.of("");

  @Option(
      names = "--endpoint",
      paramLabel = "URL",
      description = "Control plane of a local cloud. Default: the real AWS.")
  private Optional<URI> endpoint = Optional.empty();

  @Option(
      names = "--ca",
      paramLabel = "FILE",
      description = "Root certificate of that local cloud, which kitproof cloud prints as \"ca\".")
  private Optional<Path> ca = Optional.empty();

  @Option(names = "--region", paramLabel = "REGION", description = "Default: us-east-1.")
  private String region = "us-east-1";

  @Option(
      names = "--policy-document",
      paramLabel = "FILE",
      description = "What the policies allow. Default: iot:* on *, as in the course's handout.")
  private Optional<Path> document = Optional.empty();

  @Mixin private final OutputFormat format = new OutputFormat();

  ProvisionCommand(Screen screen) {
    this.screen = screen;
  }

  @Override
  public Integer call() throws IOException {
    things.forEach(this::prepareFolder);
    String root = root();
    String policy = document.isPresent() ? text(document.get()) : Provisioner.COURSE_POLICY;
    List<Map<String, Object>> made = new ArrayList<>();
    try (Provisioner provisioner = Provisioner.of(new Access(region, endpoint, Optional.empty()))) {
      for (String thing : things) {
        screen.now("provisioning " + thing);
        Provisioned done = provisioner.provision(thing, thing + "_Policy", policy);
        CredentialFiles.write(out.resolve(thing), done, root);
        made.add(document(done));
      }
      print(provisioner.endpoint(), made);
    }
    return 0;
  }

  /** Before anything is made in the cloud: a key that can't be written is lost. */
  private void prepareFolder(String thing) {
    Path folder = out.resolve(thing);
    Path key = folder.resolve("privkey.cer");
    if (Files.exists(key)) {
      throw new UsageException(
          key
              + " is there already; a key is never overwritten. Remove it, or choose another --out.");
    }
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UsageException("Folder " + folder + " can't be made: " + e + ".");
    }
    if (!Files.isWritable(folder)) {
      throw new UsageException("Folder " + folder + " is not writable for you.");
    }
  }

  private String root() {
    if (endpoint.isEmpty()) {
      return RootCertificates.ofAmazon();
    }
    return text(
        ca.orElseThrow(
            () ->
                new UsageException(
                    "--endpoint needs --ca: the root certificate that kitproof cloud prints as \"ca\".")));
  }

  private static String text(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UsageException("File " + file + " can't be read: " + e.getMessage() + ".");
    }
  }

  private Map<String, Object> document(Provisioned done) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("thing", done.thing());
    document.put("policy", done.policy());
    document.put("certificateId", done.certificateId());
    document.put("folder", out.resolve(done.thing()).toString());
    return document;
  }

  private void print(String host, List<Map<String, Object>> made) {
    screen.quiet();
    if (format.isJson()) {
      Map<String, Object> all = new LinkedHashMap<>();
      all.put("endpoint", host);
      all.put("things", made);
      screen.json(all);
      return;
    }
    for (Map<String, Object> thing : made) {
      screen.out().println(thing.get("thing") + ": certificate " + thing.get("certificateId"));
      screen.out().println("  " + thing.get("folder") + ": client.cer, privkey.cer, rootca.cer");
    }
    screen.out().println("Devices connect to " + host + ".");
  }
}
