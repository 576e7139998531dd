package io.kitproof.broker.policy;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The names of variables in AWS's spelling; IAM takes them in any. Those of certificates are from
 * the developer guide's cert-policy-variables.
 */
final class Names {

  private static final List<String> PLAIN =
      List.of(
          "aws:CurrentTime",
          "aws:EpochTime",
          "aws:SecureTransport",
          "aws:SourceIp",
          "iot:CertificateId",
          "iot:ClientId",
          "iot:ConnectAttributes",
          "iot:DomainName",
          "iot:LastWillTopic",
          "iot:Certificate.AvailableKeys",
          "iot:Certificate.SerialNumber",
          "iot:Connection.Thing.IsAttached",
          "iot:Connection.Thing.ThingName",
          "iot:Connection.Thing.ThingTypeName");

  private static final List<String> OF_A_NAME =
      List.of(
          "CommonName",
          "Country",
          "DistinguishedNameQualifier",
          "GenerationQualifier",
          "GivenName",
          "Initials",
          "Organization",
          "OrganizationalUnit",
          "Pseudonym",
          "SerialNumber",
          "State",
          "Surname",
          "Title",
          "AlternativeName.DNSName",
          "AlternativeName.DirectoryName",
          "AlternativeName.IPAddress",
          "AlternativeName.RFC822Name",
          "AlternativeName.UniformResourceIdentifier");

  private static final String ATTRIBUTES = "iot:Connection.Thing.Attributes";

  private static final Map<String, String> BY_ANY_SPELLING = bySpelling();

  private Names() {}

  /** The name as it is, if it is none of AWS's. */
  static String canonical(String name) {
    int bracket = name.indexOf('[');
    if (bracket == ATTRIBUTES.length() && name.regionMatches(true, 0, ATTRIBUTES, 0, bracket)) {
      return ATTRIBUTES + name.substring(bracket);
    }
    return BY_ANY_SPELLING.getOrDefault(name, name);
  }

  private static Map<String, String> bySpelling() {
    Map<String, String> names = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    PLAIN.forEach(name -> names.put(name, name));
    for (String part : OF_A_NAME) {
      names.put("iot:Certificate.Subject." + part, "iot:Certificate.Subject." + part);
      names.put("iot:Certificate.Issuer." + part, "iot:Certificate.Issuer." + part);
    }
    return names;
  }
}
