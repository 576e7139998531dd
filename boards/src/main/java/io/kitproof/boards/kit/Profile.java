package io.kitproof.boards.kit;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The firmware generations a virtual kit can be. */
public enum Profile {
  /** WICED 4.1, the course's, the reference. */
  WICED41(App.PUBLISHER, App.SUBSCRIBER, App.SHADOW),
  /** The class of 2017: the same apps on WICED 5.0, with two bugs of the publisher fixed. */
  CLASS2017(App.PUBLISHER, App.SUBSCRIBER, App.SHADOW),
  /** The class of 2019: WICED 6.2, most apps on its AWS library. */
  CLASS2019(App.values());

  @SuppressWarnings("ImmutableEnumChecker") // unmodifiable, of an enum
  private final Set<App> apps;

  Profile(App... apps) {
    this.apps = Collections.unmodifiableSet(EnumSet.copyOf(List.of(apps)));
  }

  /** The apps of it that there are for virtual kits. */
  public Set<App> apps() {
    return apps;
  }

  /** The name people and bench files use: {@code wiced41}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** All there is, to be read after "there are": {@code publisher, subscriber of class2017; …}. */
  public static String offer() {
    return Arrays.stream(values())
        .map(p -> p.apps.stream().map(App::word).collect(Collectors.joining(", ", "", p.of())))
        .collect(Collectors.joining("; "));
  }

  private String of() {
    return " of " + word();
  }
}
