package io.kitproof.broker.http.control;

import io.kitproof.broker.http.Answer;
import io.kitproof.broker.http.Request;
import io.kitproof.broker.registry.Certificate.Mode;
import io.kitproof.broker.registry.Certificate.Status;
import io.kitproof.broker.registry.Constraint;
import io.kitproof.broker.registry.Registry;
import io.kitproof.broker.registry.Signatories;
import io.kitproof.broker.registry.Signatory;
import io.kitproof.broker.registry.Signatory.Provisioning;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** RegisterCACertificate, GetRegistrationCode and the other operations on authorities. */
final class SignatoryOperations {

  private static final String ENABLE = "ENABLE";
  private static final String DISABLE = "DISABLE";

  private final Registry registry;
  private final Signatories signatories;

  SignatoryOperations(Registry registry) {
    this.registry = registry;
    this.signatories = registry.signatories();
  }

  void addTo(Control control) {
    control
        .add("GET", "/registrationcode", this::code)
        .add("DELETE", "/registrationcode", this::deleteCode)
        .add("POST", "/cacertificate", this::register)
        .add("GET", "/cacertificate/{caCertificateId}", this::describe)
        .add("PUT", "/cacertificate/{caCertificateId}", this::update)
        .add("DELETE", "/cacertificate/{caCertificateId}", this::delete)
        .add("GET", "/cacertificates", this::list);
  }

  private Answer code(Request request) {
    return new Tree().with("registrationCode", signatories.registrationCode()).answer();
  }

  private Answer deleteCode(Request request) {
    signatories.deleteRegistrationCode();
    return Tree.nothing();
  }

  private Answer register(Request request) {
    Body body = Body.of(request);
    String mode = body.text("certificateMode");
    Signatory made =
        signatories.register(
            new Signatories.New(
                body.text("caCertificate"),
                body.text("verificationCertificate"),
                Query.flag(request, "setAsActive"),
                Query.flag(request, "allowAutoRegistration"),
                mode == null ? Mode.DEFAULT : Query.oneOf(Mode.class, "certificateMode", mode),
                provisioning(body),
                body.tags("tags")));
    return named(made).answer();
  }

  private Answer describe(Request request) {
    Signatory one = signatories.describe(request.part("caCertificateId"));
    Tree tree =
        new Tree()
            .with(
                "certificateDescription",
                named(one)
                    .with("status", one.status().name())
                    .with("certificatePem", one.pem())
                    .with("ownedBy", registry.account().id())
                    .with("creationDate", one.created())
                    .with("autoRegistrationStatus", one.autoRegistration() ? ENABLE : DISABLE)
                    .with("lastModifiedDate", one.modified())
                    .with("customerVersion", one.version())
                    .with("generationId", one.generation())
                    .with("validity", CertificateOperations.validity(one.pem()))
                    .with("certificateMode", one.mode().name()));
    return one.provisioning() == null
        ? tree.answer()
        : tree.with("registrationConfig", shape(one.provisioning())).answer();
  }

  private Answer update(Request request) {
    Body body = Body.of(request);
    signatories.update(
        new Signatories.Change(
            request.part("caCertificateId"),
            request
                .query("newStatus")
                .map(s -> Constraint.oneOf("newStatus", s, List.of("ACTIVE", "INACTIVE")))
                .map(Status::valueOf),
            request.query("newAutoRegistrationStatus").map(SignatoryOperations::enabled),
            provisioning(body),
            body.flag("removeAutoRegistration")));
    return Answer.empty();
  }

  private static boolean enabled(String status) {
    return Constraint.oneOf("newAutoRegistrationStatus", status, List.of(ENABLE, DISABLE))
        .equals(ENABLE);
  }

  private Answer delete(Request request) {
    signatories.delete(request.part("caCertificateId"));
    return Tree.nothing();
  }

  private Answer list(Request request) {
    return Tree.page(
            "certificates",
            signatories.list(
                request.query("templateName"), Query.ascending(request), Query.byMarker(request)),
            one ->
                named(one).with("status", one.status().name()).with("creationDate", one.created()),
            "nextMarker")
        .answer();
  }

  private Tree named(Signatory one) {
    return new Tree()
        .with("certificateArn", signatories.arn(one.id()))
        .with("certificateId", one.id());
  }

  private static @Nullable Provisioning provisioning(Body body) {
    Optional<Body> given = body.object("registrationConfig");
    return given
        .map(
            config ->
                new Provisioning(
                    config.text("templateBody"),
                    config.text("roleArn"),
                    config.text("templateName")))
        .orElse(null);
  }

  private static Tree shape(Provisioning provisioning) {
    return new Tree()
        .with("templateBody", provisioning.templateBody())
        .with("roleArn", provisioning.roleArn())
        .with("templateName", provisioning.templateName());
  }
}
