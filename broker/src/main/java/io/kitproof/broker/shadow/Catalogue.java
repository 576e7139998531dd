package io.kitproof.broker.shadow;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lists the named shadows of things (1.11). */
final class Catalogue {

  private static final int MAX_PAGE = 100;

  /** AWS's default is unknown; with its maximum nobody misses a page who does not ask for more. */
  private static final int DEFAULT_PAGE = MAX_PAGE;

  private final Archive archive;
  private final Clock clock;

  Catalogue(Archive archive, Clock clock) {
    this.archive = archive;
    this.clock = clock;
  }

  NamedShadows list(String thing, Optional<String> nextToken, Optional<Integer> pageSize) {
    String begin = ShadowName.firstKey(ShadowName.of(thing, Optional.empty()).thing());
    int size = pageSize.orElse(DEFAULT_PAGE);
    if (size < 1 || size > MAX_PAGE) {
      throw Faults.badRequest("Invalid page size");
    }
    List<String> names = new ArrayList<>();
    for (Map.Entry<String, byte[]> entry : archive.after(begin + last(nextToken))) {
      if (names.size() > size || !entry.getKey().startsWith(begin)) {
        break;
      }
      names.add(entry.getKey().substring(begin.length()));
    }
    boolean more = names.size() > size;
    List<String> page = more ? names.subList(0, size) : names;
    return new NamedShadows(
        List.copyOf(page),
        more ? Optional.of(token(page.get(size - 1))) : Optional.empty(),
        clock.instant().getEpochSecond());
  }

  private static String token(String lastName) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(lastName.getBytes(StandardCharsets.US_ASCII));
  }

  /** The name the page before ended with; empty for the first page. */
  private static String last(Optional<String> token) {
    if (token.isEmpty()) {
      return "";
    }
    try {
      byte[] name = Base64.getUrlDecoder().decode(token.get());
      String last = new String(name, StandardCharsets.US_ASCII);
      if (ShadowName.isShadow(last)) {
        return last;
      }
    } catch (IllegalArgumentException e) {
      // Answered below, like every token that was never given out.
    }
    throw Faults.badRequest("Invalid nextToken");
  }
}
