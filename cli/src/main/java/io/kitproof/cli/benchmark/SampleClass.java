package io.kitproof.cli.benchmark;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.kitproof.boards.kit.Mistake;
import io.kitproof.boards.kit.Mistake.Place;
import io.kitproof.boards.kit.VirtualKit;
import io.kitproof.broker.ca.CertificateAuthority;
import io.kitproof.broker.ca.Device;
import io.kitproof.fixtures.submission.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A class that hands in its exercises, made up: some got everything right, each of the others one
 * thing wrong.
 */
public final class SampleClass {
  private final CertificateAuthority authority = CertificateAuthority.create("Of a class");

  private SampleClass() {}

  /**
   * One of the class.
   *
   * @param exercises as {@code 02, 04}
   * @param wrong the kit that has something wrong, and what; nothing for who got it right
   */
  public record Student(
      String name,
      String exercises,
      List<Role> kits,
      Optional<Role> where,
      Optional<Mistake> wrong) {
    /** Somebody who got it right. */
    public static Student right(String name, String exercises, Role... kits) {
      return new Student(name, exercises, List.of(kits), Optional.empty(), Optional.empty());
    }

    /** Somebody who got one thing wrong with the last of his kits. */
    public static Student wrong(String name, String exercises, Mistake mistake, Role... kits) {
      Role last = kits[kits.length - 1];
      return new Student(name, exercises, List.of(kits), Optional.of(last), Optional.of(mistake));
    }

    private List<String> mistakesIn(Role kit) {
      return wrong
          .filter(mistake -> mistake.place() == Place.FIRMWARE)
          .filter(mistake -> where.filter(kit::equals).isPresent())
          .map(mistake -> List.of(mistake.code()))
          .orElse(List.of());
    }

    private boolean made(Role kit, Mistake mistake) {
      return where.filter(kit::equals).isPresent() && wrong.filter(mistake::equals).isPresent();
    }
  }

  /** Ten who got it right, and twenty with a mistake each, every one another. */
  public static List<Student> thirty() {
    List<Student> all = new ArrayList<>();
    for (int half = 0; half < 2; half++) {
      String letter = half == 0 ? "a" : "b";
      all.add(Student.right("right-" + letter + "1", "02", Role.PUBLISHER));
      all.add(Student.right("right-" + letter + "2", "04", Role.SUBSCRIBER));
      all.add(Student.right("right-" + letter + "3", "05", Role.PUBLISHER, Role.SUBSCRIBER));
      all.add(Student.right("right-" + letter + "4", "06", Role.LIGHTBULB));
      all.add(Student.right("right-" + letter + "5", "02, 04", Role.PUBLISHER, Role.SUBSCRIBER));
    }
    List.of(
            Mistake.WRONG_BUTTON,
            Mistake.NO_RELEASE,
            Mistake.ON_FIRST,
            Mistake.WRONG_TOPIC,
            Mistake.WRONG_PAYLOAD,
            Mistake.BROKER_TYPO,
            Mistake.WRONG_PEER_CN,
            Mistake.DUMMY_CERTIFICATE,
            Mistake.MISMATCHED_KEY,
            Mistake.STUCK_IN_PROGRESS,
            Mistake.SIZEOF_MSG,
            Mistake.NO_TOGGLE,
            Mistake.QOS_0,
            Mistake.RETAINED_PUBLISH)
        .forEach(m -> all.add(Student.wrong("wrong-" + m.code(), "02", m, Role.PUBLISHER)));
    List.of(Mistake.WRONG_LED, Mistake.INVERTED_LED, Mistake.NO_SUBSCRIBE)
        .forEach(m -> all.add(Student.wrong("wrong-" + m.code(), "04", m, Role.SUBSCRIBER)));
    Mistake shared = Mistake.PUBLISHER_CERTIFICATE;
    all.add(Student.wrong("wrong-" + shared.code(), "05", shared, Role.PUBLISHER, Role.SUBSCRIBER));
    List.of(Mistake.DESIRED_ONLY, Mistake.STUCK_STATE)
        .forEach(m -> all.add(Student.wrong("wrong-" + m.code(), "06", m, Role.LIGHTBULB)));
    return all;
  }

  /** Writes what they hand in, a folder each. */
  public static void write(List<Student> students, Path folder) throws IOException {
    SampleClass writing = new SampleClass();
    for (Student student : students) {
      writing.write(student, Files.createDirectories(folder.resolve(student.name())));
    }
  }

  private void write(Student student, Path folder) throws IOException {
    StringBuilder text = new StringBuilder();
    text.append("student: ").append(student.name()).append("\nexercises: [");
    text.append(student.exercises()).append("]\nkits:\n");
    Device first = issued();
    for (Role kit : student.kits()) {
      String initials = student.name().replace('-', '_');
      text.append(
          "  %s: {thing: %s_%s, image: %s.yaml"
              .formatted(kit.word(), initials, kit.word(), kit.word()));
      text.append(kit == Role.LIGHTBULB ? "}\n" : ", topic: " + initials + "/bulb}\n");
      boolean own =
          kit == student.kits().get(0) || student.made(kit, Mistake.PUBLISHER_CERTIFICATE);
      pair(student, kit, own ? first : issued(), folder);
      image(student, kit, folder);
    }
    Path unused = Files.writeString(folder.resolve("submission.yaml"), text);
  }

  private Device issued() {
    return authority.issue(Device.AWS_COMMON_NAME);
  }

  private void pair(Student student, Role kit, Device device, Path folder) throws IOException {
    Path own = Files.createDirectories(folder.resolve(kit.word()));
    boolean dummy = student.made(kit, Mistake.DUMMY_CERTIFICATE);
    boolean other = student.made(kit, Mistake.MISMATCHED_KEY);
    Device keys = other ? issued() : device;
    String certificate = dummy ? "replace this by yours" : device.certificatePem();
    Path unused = Files.writeString(own.resolve("client.cer"), certificate, US_ASCII);
    unused = Files.writeString(own.resolve("privkey.cer"), keys.privateKeyPem(), US_ASCII);
  }

  private static void image(Student student, Role kit, Path folder) throws IOException {
    List<String> mistakes =
        student.made(kit, Mistake.DUMMY_CERTIFICATE) ? List.of() : student.mistakesIn(kit);
    Path unused =
        Files.writeString(
            folder.resolve(kit.word() + ".yaml"),
            """
            app: %s
            platform: %s
            mistakes: [%s]
            """
                .formatted(
                    kit.app().word().toLowerCase(Locale.ROOT),
                    VirtualKit.PLATFORM,
                    String.join(", ", mistakes)));
  }
}
