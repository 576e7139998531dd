package io.kitproof.broker.http.control;

import io.kitproof.broker.ca.Pem;
import io.kitproof.broker.http.Answer;
import io.kitproof.broker.http.Request;
import io.kitproof.broker.registry.Certificate;
import io.kitproof.broker.registry.Certificate.Status;
import io.kitproof.broker.registry.Certificates;
import io.kitproof.broker.registry.Registry;
import java.security.cert.X509Certificate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** CreateKeysAndCertificate, RegisterCertificate and the other operations on certificates. */
final class CertificateOperations {

  private final Registry registry;
  private final Certificates certificates;

  CertificateOperations(Registry registry) {
    this.registry = registry;
    this.certificates = registry.certificates();
  }

  void addTo(Control control) {
    control
        .add("POST", "/keys-and-certificate", this::createKeys)
        .add("POST", "/certificates", this::createFromRequest)
        .add("POST", "/certificate/register", this::register)
        .add("POST", "/certificate/register-no-ca", this::registerWithoutAuthority)
        .add("GET", "/certificates/{certificateId}", this::describe)
        .add("PUT", "/certificates/{certificateId}", this::update)
        .add("DELETE", "/certificates/{certificateId}", this::delete)
        .add("GET", "/certificates", this::list)
        .add("GET", "/certificates-by-ca/{caCertificateId}", this::listOfAuthority);
  }

  /** The one answer that holds a private key, and nobody keeps it. */
  private Answer createKeys(Request request) {
    Certificates.WithKeys made = certificates.createKeys(Query.flag(request, "setAsActive"));
    return named(made.certificate())
        .with("certificatePem", made.certificate().pem())
        .with(
            "keyPair",
            new Tree()
                .with("PublicKey", made.keys().publicKeyPem())
                .with("PrivateKey", made.keys().privateKeyPem()))
        .answer();
  }

  private Answer createFromRequest(Request request) {
    Certificate made =
        certificates.createFromRequest(
            Body.of(request).text("certificateSigningRequest"), Query.flag(request, "setAsActive"));
    return named(made).with("certificatePem", made.pem()).answer();
  }

  private Answer register(Request request) {
    Body body = Body.of(request);
    boolean active = Query.flag(request, "setAsActive");
    return named(
            certificates.register(
                body.text("certificatePem"),
                body.text("caCertificatePem"),
                status(body.text("status"), active ? Status.ACTIVE : Status.INACTIVE)))
        .answer();
  }

  private Answer registerWithoutAuthority(Request request) {
    Body body = Body.of(request);
    return named(
            certificates.registerWithoutAuthority(
                body.text("certificatePem"), status(body.text("status"), Status.INACTIVE)))
        .answer();
  }

  private static Status status(@Nullable String given, Status otherwise) {
    return given == null ? otherwise : Query.oneOf(Status.class, "status", given);
  }

  private Answer describe(Request request) {
    Certificate one = certificates.describe(request.part("certificateId"));
    return new Tree()
        .with(
            "certificateDescription",
            named(one)
                .with("caCertificateId", one.signatory())
                .with("status", one.status().name())
                .with("certificatePem", one.pem())
                .with("ownedBy", registry.account().id())
                .with("creationDate", one.created())
                .with("lastModifiedDate", one.modified())
                .with("customerVersion", one.version())
                .with("transferData", new Tree())
                .with("generationId", one.generation())
                .with("validity", validity(one.pem()))
                .with("certificateMode", one.mode().name()))
        .answer();
  }

  static Tree validity(String pem) {
    X509Certificate parsed = Pem.certificate(pem);
    return new Tree()
        .with("notBefore", parsed.getNotBefore().toInstant())
        .with("notAfter", parsed.getNotAfter().toInstant());
  }

  private Answer update(Request request) {
    String status = request.query("newStatus").orElse(null);
    certificates.update(
        request.part("certificateId"), Query.oneOf(Status.class, "newStatus", status));
    return Answer.empty();
  }

  private Answer delete(Request request) {
    certificates.delete(request.part("certificateId"), Query.flag(request, "forceDelete"));
    return Answer.empty();
  }

  private Answer list(Request request) {
    return list(request, Optional.empty());
  }

  private Answer listOfAuthority(Request request) {
    return list(
        request,
        Optional.of(registry.signatories().describe(request.part("caCertificateId")).id()));
  }

  private Answer list(Request request, Optional<String> signatory) {
    return Tree.page(
            "certificates",
            certificates.list(signatory, Query.ascending(request), Query.byMarker(request)),
            this::listed,
            "nextMarker")
        .answer();
  }

  private Tree listed(Certificate one) {
    return named(one)
        .with("status", one.status().name())
        .with("certificateMode", one.mode().name())
        .with("creationDate", one.created());
  }

  private Tree named(Certificate one) {
    return new Tree()
        .with("certificateArn", certificates.arn(one.id()))
        .with("certificateId", one.id());
  }
}
