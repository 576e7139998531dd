package io.kitproof.broker.registry;

import io.kitproof.broker.policy.NamedPolicy;
import io.kitproof.broker.policy.PolicyDocument;
import io.kitproof.broker.policy.PolicySet;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Which policies hold for whom; worked out once and kept until rights change. */
final class EffectivePolicies {

  private final Books books;

  // A whole new one after each change, so that who still works with the old books fills the old
  // one.
  private volatile Map<String, PolicySet> known = new ConcurrentHashMap<>();

  EffectivePolicies(Books books) {
    this.books = books;
    books.beforeOthers(() -> known = new ConcurrentHashMap<>());
  }

  PolicySet of(String certificateId) {
    Map<String, PolicySet> current = known;
    PolicySet ready = current.get(certificateId);
    if (ready != null) {
      return ready;
    }
    if (!books.certificates.has(certificateId)) {
      return PolicySet.of(Stream.<NamedPolicy>of().toList());
    }
    return current.computeIfAbsent(
        certificateId, id -> PolicySet.of(namesOf(id).map(this::named).toList()));
  }

  /** Names of the policies of a certificate and of its things' groups, each once. */
  Stream<String> namesOf(String certificateId) {
    return Stream.concat(
            attached(books.account.arn("cert", certificateId)),
            books.principals.ofRight(certificateId).stream().flatMap(this::namesOfThing))
        .distinct();
  }

  /** Names of the policies of a thing's groups and the groups above them, each once. */
  Stream<String> namesOfThing(String thing) {
    return books.members.ofRight(thing).stream().flatMap(this::namesOfGroup).distinct();
  }

  /** Names of the policies of a group and the groups above it, each once. */
  Stream<String> namesOfGroup(String group) {
    return books.lineage(group).stream()
        .flatMap(one -> attached(books.account.arn("thinggroup", one.name())))
        .distinct();
  }

  private Stream<String> attached(String target) {
    return books.targets.ofRight(target).stream().filter(books.policies::has);
  }

  NamedPolicy named(String policy) {
    return books
        .policies
        .find(policy)
        .map(
            p ->
                new NamedPolicy(
                    policy,
                    books.account.arn("policy", policy),
                    PolicyDocument.parse(p.standardVersion().document())))
        .orElseThrow(Faults::noSuchPolicy);
  }
}
