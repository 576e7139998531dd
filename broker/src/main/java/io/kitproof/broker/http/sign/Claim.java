package io.kitproof.broker.http.sign;

import java.util.List;

/**
 * What a request says of its signature, not believed yet.
 *
 * @param credential key id and scope, divided by slashes
 * @param signedHeaders in lower case
 * @param signature in hex
 * @param time {@code yyyyMMdd'T'HHmmss'Z'}
 * @param query what of it is signed
 */
record Claim(
    String algorithm,
    String credential,
    List<String> signedHeaders,
    String signature,
    String time,
    Query query) {}
