package io.kitproof.broker.registry;

import io.kitproof.broker.ca.CertificateAuthority;
import io.kitproof.broker.policy.PolicySet;
import io.kitproof.broker.policy.Variables;
import io.kitproof.broker.registry.Certificate.Status;
import io.kitproof.broker.store.Store;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * The registry of one account. Operations may take their time, since they are over only when what
 * they changed is kept; the questions of this class are cheap look-ups and never block. Safe for
 * use from many threads. Changes count at once, where AWS takes some minutes.
 */
public final class Registry {

  private final Account account;
  private final Books books;
  private final Things things;
  private final ThingTypes types;
  private final ThingGroups groups;
  private final Memberships memberships;
  private final ThingPrincipals principals;
  private final Signatories signatories;
  private final Certificates certificates;
  private final Policies policies;
  private final Attachments attachments;
  private final Tagging tagging;
  private final EffectivePolicies effective;
  private final Identities identities;

  private Registry(Store store, Account account, CertificateAuthority authority, Clock clock) {
    this.account = account;
    this.books = new Books(store, account, clock);
    this.things = new Things(books);
    this.types = new ThingTypes(books);
    this.groups = new ThingGroups(books);
    this.memberships = new Memberships(books, groups);
    this.principals = new ThingPrincipals(books);
    this.signatories = new Signatories(books);
    this.certificates = new Certificates(books, authority, signatories);
    this.policies = new Policies(books);
    this.attachments = new Attachments(books);
    this.tagging = new Tagging(books);
    this.effective = new EffectivePolicies(books);
    this.identities = new Identities(books);
  }

  /**
   * The registry that the store holds, an empty one at first.
   *
   * @param authority signs the certificates that are made here
   * @throws IllegalStateException if the store holds something else
   */
  public static Registry open(Store store, Account account, CertificateAuthority authority) {
    return open(store, account, authority, Clock.systemUTC());
  }

  /** The same by another clock than the system's. */
  public static Registry open(
      Store store, Account account, CertificateAuthority authority, Clock clock) {
    return new Registry(store, account, authority, clock);
  }

  public Account account() {
    return account;
  }

  public Things things() {
    return things;
  }

  public ThingTypes types() {
    return types;
  }

  public ThingGroups groups() {
    return groups;
  }

  public Memberships memberships() {
    return memberships;
  }

  public ThingPrincipals principals() {
    return principals;
  }

  public Signatories signatories() {
    return signatories;
  }

  public Certificates certificates() {
    return certificates;
  }

  public Policies policies() {
    return policies;
  }

  public Attachments attachments() {
    return attachments;
  }

  public Tagging tagging() {
    return tagging;
  }

  /** What policies say to questions put for a test. */
  public Authorization authorization() {
    return new Authorization(books, effective, identities);
  }

  /** The state of a certificate by its id; empty if it is not registered. */
  public Optional<Status> certificateStatus(String certificateId) {
    return books.certificates.find(certificateId).map(Certificate::status);
  }

  /**
   * The policies that hold for a certificate: those attached to it, and to the groups of its things
   * and the groups above. Of none if the certificate is not registered. Whether it is active is
   * another question.
   */
  public PolicySet policiesOf(String certificateId) {
    return effective.of(certificateId);
  }

  /**
   * What the registry knows for policy variables: client id, certificate and thing. The thing is
   * the one whose name is the client id, if the certificate belongs to it.
   */
  public Variables variables(String certificateId, String clientId) {
    return identities.of(certificateId, clientId);
  }

  /** Names of the things a certificate belongs to, in order. */
  public List<String> thingsOf(String certificateId) {
    return books.principals.ofRight(certificateId);
  }

  public Optional<Thing> thing(String name) {
    return books.things.find(name);
  }

  /**
   * Calls back, on the thread of whoever made the change, each time that what some device may do
   * can have changed; until closed.
   */
  public AutoCloseable onChange(Runnable somethingChanged) {
    return books.onChange(somethingChanged);
  }
}
