package io.kitproof.broker.http.control;

import java.util.Map;

/**
 * The names that DescribeEndpoint tells, as AWS does: hosts without scheme and port.
 *
 * @param data for {@code iot:Data}
 * @param dataAts for {@code iot:Data-ATS}
 * @param credentials for {@code iot:CredentialProvider}
 * @param jobs for {@code iot:Jobs}
 */
public record Endpoints(String data, String dataAts, String credentials, String jobs) {

  /** One host for everything. */
  public static Endpoints at(String host) {
    return new Endpoints(host, host, host, host);
  }

  Map<String, String> byType() {
    return Map.of(
        "iot:Data", data,
        "iot:Data-ATS", dataAts,
        "iot:CredentialProvider", credentials,
        "iot:Jobs", jobs);
  }
}
