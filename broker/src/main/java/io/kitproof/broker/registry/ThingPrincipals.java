package io.kitproof.broker.registry;

import io.kitproof.broker.fault.AwsFault;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The operations on which certificates belong to which things. */
public final class ThingPrincipals {

  private final Books books;

  ThingPrincipals(Books books) {
    this.books = books;
  }

  /** Whether a certificate may belong to other things as well. */
  public enum Type {
    EXCLUSIVE_THING,
    NON_EXCLUSIVE_THING
  }

  /** One end of an attachment, seen from the other. */
  public record Attached(String name, Type type) {}

  /**
   * Attaches a certificate to a thing; doing so again is fine.
   *
   * @param principal ARN of the certificate
   * @throws AwsFault ResourceNotFoundException; InvalidRequestException if the certificate belongs
   *     to another thing and one of the two is to have it alone
   */
  public void attach(String thing, @Nullable String principal, Type type) {
    String arn = Constraint.RESOURCE.check("principal", principal);
    Constraint.THING_NAME.check("thingName", thing);
    books.changeRights(
        () -> {
          Certificate certificate = books.certificate(arn);
          if (!books.things.has(thing)) {
            throw Faults.notFound();
          }
          boolean another =
              books.principals.ofRight(certificate.id()).stream()
                  .filter(other -> !other.equals(thing))
                  .anyMatch(
                      other ->
                          type == Type.EXCLUSIVE_THING
                              || type(other, certificate.id()) == Type.EXCLUSIVE_THING);
          if (another) {
            throw Faults.invalid(
                "The principal is attached to another thing, and one of them exclusively.");
          }
          books.principals.put(thing, certificate.id(), type.name());
        });
  }

  /**
   * Detaches a certificate from a thing.
   *
   * @throws AwsFault ResourceNotFoundException if either is unknown or they are not attached
   */
  public void detach(String thing, @Nullable String principal) {
    String arn = Constraint.RESOURCE.check("principal", principal);
    Constraint.THING_NAME.check("thingName", thing);
    books.changeRights(
        () -> {
          Certificate certificate = books.certificate(arn);
          if (books.principals.note(thing, certificate.id()).isEmpty()) {
            throw Faults.notFound();
          }
          books.principals.remove(thing, certificate.id());
        });
  }

  private Type type(String thing, String certificate) {
    return Type.valueOf(
        books.principals.note(thing, certificate).orElse(Type.NON_EXCLUSIVE_THING.name()));
  }

  /**
   * ARNs of a thing's certificates, in order.
   *
   * @param only of this type
   * @throws AwsFault ResourceNotFoundException
   */
  public Page<Attached> principals(String thing, Optional<Type> only, Paging paging) {
    Constraint.THING_NAME.check("thingName", thing);
    if (!books.things.has(thing)) {
      throw Faults.notFound(
          "Failed to list principals for thing "
              + thing
              + " because the thing does not exist in your account");
    }
    Stream<Attached> all =
        books.principals.ofLeft(thing).stream()
            .map(id -> new Attached(books.account.arn("cert", id), type(thing, id)));
    return page(all, only, paging);
  }

  /**
   * Names of the things a certificate belongs to, in order.
   *
   * @param principal ARN of the certificate
   * @param only of this type
   * @throws AwsFault ResourceNotFoundException
   */
  public Page<Attached> things(@Nullable String principal, Optional<Type> only, Paging paging) {
    String id = books.certificate(Constraint.RESOURCE.check("principal", principal)).id();
    List<String> names = books.principals.ofRight(id);
    return page(names.stream().map(name -> new Attached(name, type(name, id))), only, paging);
  }

  private static Page<Attached> page(Stream<Attached> all, Optional<Type> only, Paging paging) {
    return paging.byName(
        all.filter(one -> only.isEmpty() || only.get() == one.type()), Attached::name);
  }
}
