package io.kitproof.broker.http;

import io.kitproof.broker.http.sign.AccessKey;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/** Signs as the AWS SDK does, for one service. */
final class Sender {

  static final AccessKey KEY = new AccessKey("AKIDTEST000000000000", "a secret of the tests");

  private final AccessKey key;
  private final String service;

  Sender(AccessKey key, String service) {
    this.key = key;
    this.service = service;
  }

  /** The headers of a signed request, the signature among them. */
  Map<String, List<String>> headers(String method, URI target, String body) {
    return sign(method, target, body, AwsV4FamilyHttpSigner.AuthLocation.HEADER).headers();
  }

  /** A target whose query has the signature. */
  URI presigned(URI target) {
    return sign("GET", target, "", AwsV4FamilyHttpSigner.AuthLocation.QUERY_STRING).getUri();
  }

  /** A whole signed request as it goes over a socket. */
  String letter(String method, URI target, String body, String... furtherHeaders) {
    StringBuilder letter = new StringBuilder(method + " " + target.getRawPath());
    if (target.getRawQuery() != null) {
      letter.append('?').append(target.getRawQuery());
    }
    letter.append(" HTTP/1.1\r\n");
    headers(method, target, body)
        .forEach(
            (name, values) ->
                letter.append(name).append(": ").append(values.get(0)).append("\r\n"));
    for (String header : furtherHeaders) {
      letter.append(header).append("\r\n");
    }
    int length = body.getBytes(StandardCharsets.UTF_8).length;
    return letter
        .append("Content-Length: ")
        .append(length)
        .append("\r\n\r\n")
        .append(body)
        .toString();
  }

  private SdkHttpRequest sign(
      String method, URI target, String body, AwsV4FamilyHttpSigner.AuthLocation where) {
    SdkHttpRequest request =
        SdkHttpRequest.builder().method(SdkHttpMethod.fromValue(method)).uri(target).build();
    return AwsV4HttpSigner.create()
        .sign(
            r -> {
              r.identity(AwsCredentialsIdentity.create(key.id(), key.secret()))
                  .request(request)
                  .payload(ContentStreamProvider.fromUtf8String(body))
                  .putProperty(AwsV4FamilyHttpSigner.SERVICE_SIGNING_NAME, service)
                  .putProperty(AwsV4HttpSigner.REGION_NAME, "us-east-1")
                  .putProperty(AwsV4FamilyHttpSigner.AUTH_LOCATION, where);
              if (where == AwsV4FamilyHttpSigner.AuthLocation.QUERY_STRING) {
                r.putProperty(AwsV4FamilyHttpSigner.EXPIRATION_DURATION, Duration.ofHours(1));
              }
            })
        .request();
  }
}
