package io.kitproof.boards.kit.config;

import java.util.Optional;

/** A request that has come in whole. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Request(Header header, byte[] body) {
  /** What stands before the question mark. */
  String path() {
    int mark = header.url().indexOf('?');
    return mark < 0 ? header.url() : header.url().substring(0, mark);
  }

  /** What stands behind it. */
  Query query() {
    int mark = header.url().indexOf('?');
    return new Query(mark < 0 ? Optional.empty() : Optional.of(header.url().substring(mark + 1)));
  }
}
