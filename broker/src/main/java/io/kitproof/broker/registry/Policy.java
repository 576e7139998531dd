package io.kitproof.broker.registry;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A policy and its versions.
 *
 * @param versions the oldest first, at most five
 * @param standard number of the version that counts
 * @param latest the highest number so far, which a deleted version may have had
 * @param generation a UUID
 */
public record Policy(
    String name,
    List<Version> versions,
    int standard,
    int latest,
    Instant created,
    Instant modified,
    String generation) {

  /** AWS IoT's limit. */
  static final int MOST_VERSIONS = 5;

  public Policy {
    versions = versions == null ? List.of() : List.copyOf(versions);
  }

  /** What a policy said at one time. */
  public record Version(int number, String document, Instant created) {}

  /** The version that counts. */
  public Version standardVersion() {
    return version(standard)
        .orElseThrow(() -> new IllegalStateException("Policy " + name + " has lost its version."));
  }

  Optional<Version> version(int number) {
    return versions.stream().filter(v -> v.number() == number).findFirst();
  }

  Policy withVersion(String document, boolean asStandard, Instant when) {
    int next = latest + 1;
    List<Version> more = new ArrayList<>(versions);
    more.add(new Version(next, document, when));
    return new Policy(name, more, asStandard ? next : standard, next, created, when, generation);
  }

  Policy withStandard(int number, Instant when) {
    return new Policy(name, versions, number, latest, created, when, generation);
  }

  Policy withoutVersion(int number, Instant when) {
    List<Version> fewer = versions.stream().filter(v -> v.number() != number).toList();
    return new Policy(name, fewer, standard, latest, created, when, generation);
  }

  String age() {
    return Paging.age(created, name);
  }
}
