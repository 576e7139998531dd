package io.kitproof.broker.http;

/**
 * The other end of a connection.
 *
 * @param principal SHA-256 of the certificate it has shown in hex, empty if none
 * @param loopback whether both ends are addresses of the loopback interface
 */
record Peer(String principal, boolean loopback) {}
