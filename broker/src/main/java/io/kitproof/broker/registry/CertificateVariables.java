package io.kitproof.broker.registry;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.jspecify.annotations.Nullable;

/**
 * The values of {@code iot:Certificate.*}: names and parts as the developer guide's page on X.509
 * certificate policy variables has them.
 */
final class CertificateVariables {

  private static final String PREFIX = "iot:Certificate.";

  private static final Map<String, ASN1ObjectIdentifier> PARTS =
      Map.ofEntries(
          Map.entry("CommonName", BCStyle.CN),
          Map.entry("Country", BCStyle.C),
          Map.entry("DistinguishedNameQualifier", BCStyle.DN_QUALIFIER),
          Map.entry("GenerationQualifier", BCStyle.GENERATION),
          Map.entry("GivenName", BCStyle.GIVENNAME),
          Map.entry("Initials", BCStyle.INITIALS),
          Map.entry("Organization", BCStyle.O),
          Map.entry("OrganizationalUnit", BCStyle.OU),
          Map.entry("Pseudonym", BCStyle.PSEUDONYM),
          Map.entry("SerialNumber", BCStyle.SERIALNUMBER),
          Map.entry("State", BCStyle.ST),
          Map.entry("Surname", BCStyle.SURNAME),
          Map.entry("Title", BCStyle.T));

  /** By the numbers of RFC 5280's GeneralName. */
  private static final Map<Integer, String> ALTERNATIVES =
      Map.of(
          1, "RFC822Name",
          2, "DNSName",
          4, "DirectoryName",
          6, "UniformResourceIdentifier",
          7, "IPAddress");

  private CertificateVariables() {}

  static Map<String, List<String>> of(X509Certificate certificate) {
    Map<String, List<String>> values = new HashMap<>();
    name(values, "Subject", certificate.getSubjectX500Principal().getEncoded());
    name(values, "Issuer", certificate.getIssuerX500Principal().getEncoded());
    try {
      alternatives(values, "Subject", certificate.getSubjectAlternativeNames());
      alternatives(values, "Issuer", certificate.getIssuerAlternativeNames());
    } catch (CertificateParsingException e) {
      // Alternative names that cannot be read have no values, so that what asks for them fails.
      values.keySet().removeIf(name -> name.contains(".AlternativeName."));
    }
    values.put(PREFIX + "SerialNumber", List.of(certificate.getSerialNumber().toString()));
    values.put(PREFIX + "AvailableKeys", values.keySet().stream().sorted().toList());
    return Map.copyOf(values);
  }

  /** A name that holds bytes of no text has no values, so that what asks for them fails. */
  private static void name(Map<String, List<String>> values, String whose, byte[] encoded) {
    Map<String, List<String>> own = new HashMap<>();
    try {
      X500Name name = X500Name.getInstance(encoded);
      PARTS.forEach((part, id) -> own.put(PREFIX + whose + "." + part, texts(name.getRDNs(id))));
    } catch (IllegalArgumentException e) {
      return;
    }
    own.values().removeIf(List::isEmpty);
    values.putAll(own);
  }

  private static List<String> texts(RDN[] parts) {
    return Stream.of(parts)
        .map(part -> IETFUtils.valueToString(part.getFirst().getValue()))
        .toList();
  }

  private static void alternatives(
      Map<String, List<String>> values, String whose, @Nullable Collection<List<?>> names) {
    if (names == null) {
      return;
    }
    for (List<?> name : names) {
      String kind = ALTERNATIVES.get((Integer) name.get(0));
      if (kind != null) {
        values
            .computeIfAbsent(PREFIX + whose + ".AlternativeName." + kind, key -> new ArrayList<>())
            .add(String.valueOf(name.get(1)));
      }
    }
  }
}
