package io.kitproof.broker.registry;

import io.kitproof.broker.ca.Pem;
import io.kitproof.broker.policy.Variables;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What the registry knows of whoever shows a certificate, as values of policy variables. */
final class Identities {

  private static final String THING = "iot:Connection.Thing.";
  private static final String ATTRIBUTES = THING + "Attributes[";

  private final Books books;

  // By certificate id, which names the bytes they were read from: what is here never gets old.
  private final Map<String, Map<String, List<String>>> certificates = new ConcurrentHashMap<>();

  Identities(Books books) {
    this.books = books;
    books.beforeOthers(() -> certificates.keySet().removeIf(id -> !books.certificates.has(id)));
  }

  Variables of(String certificateId, String clientId) {
    Map<String, List<String>> certificate = certificate(certificateId);
    return name -> {
      if (name.equals("iot:ClientId")) {
        return clientId.isEmpty() ? List.of() : List.of(clientId);
      }
      return name.startsWith(THING)
          ? ofThing(name, certificateId, clientId)
          : certificate.getOrDefault(name, List.of());
    };
  }

  private Map<String, List<String>> certificate(String id) {
    return books
        .certificates
        .find(id)
        .map(
            known ->
                certificates.computeIfAbsent(
                    id, i -> CertificateVariables.of(Pem.certificate(known.pem()))))
        .orElse(Map.of());
  }

  private List<String> ofThing(String name, String certificateId, String clientId) {
    Optional<Thing> thing =
        books.things.find(clientId).filter(t -> attached(t.name(), certificateId));
    if (name.equals(THING + "IsAttached")) {
      return List.of(String.valueOf(thing.isPresent()));
    }
    return thing.flatMap(t -> value(t, name)).map(List::of).orElse(List.of());
  }

  private boolean attached(String thing, String certificateId) {
    return books.principals.note(thing, certificateId).isPresent();
  }

  private static Optional<String> value(Thing thing, String name) {
    if (name.equals(THING + "ThingName")) {
      return Optional.of(thing.name());
    }
    if (name.equals(THING + "ThingTypeName")) {
      return Optional.ofNullable(thing.type());
    }
    return name.startsWith(ATTRIBUTES) && name.endsWith("]")
        ? Optional.ofNullable(
            thing.attributes().get(name.substring(ATTRIBUTES.length(), name.length() - 1)))
        : Optional.empty();
  }
}
