package io.kitproof.steps.words;

import io.cucumber.java.ParameterType;
import io.kitproof.broker.ca.ServerFlaw;
import io.kitproof.fixtures.Bench;
import io.kitproof.fixtures.Button;
import io.kitproof.fixtures.Flaw;
import io.kitproof.fixtures.Grant;
import io.kitproof.fixtures.Kit;
import io.kitproof.fixtures.Led;
import io.kitproof.fixtures.Papers;
import io.kitproof.fixtures.Shadow;
import io.kitproof.fixtures.Thing;
import io.kitproof.fixtures.shadow.Value;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongUnaryOperator;
import org.jspecify.annotations.Nullable;

/** What the words in braces stand for. */
public final class Types {
  private static final String KIT = "[a-z][a-z0-9]*";
  private static final String TIME = "(\\d+) (millisecond|second|minute)s?";

  private final Bench bench;

  public Types(Bench bench) {
    this.bench = bench;
  }

  @ParameterType(KIT)
  public Kit kit(String name) {
    return bench.kit(name);
  }

  @ParameterType("([A-Z]+\\d*) on the (" + KIT + ")")
  public Button button(String button, String kit) {
    return bench.kit(kit).button(button);
  }

  @ParameterType("(" + KIT + ")'s (LED\\d*)")
  public Led led(String kit, String led) {
    return led.equals("LED") ? bench.kit(kit).led() : bench.kit(kit).led(led);
  }

  @ParameterType("on|off")
  public Light onOff(String word) {
    return Light.valueOf(word.toUpperCase(Locale.ROOT));
  }

  @ParameterType(TIME)
  public Duration duration(String amount, String unit) {
    return Limit.duration(amount, unit);
  }

  @ParameterType(TIME + "( of its own time)?")
  public Limit limit(String amount, String unit, @Nullable String ofItsOwn) {
    return new Limit(Limit.duration(amount, unit), ofItsOwn != null);
  }

  @ParameterType("the (" + KIT + ")'s topic|\"([^\"]+)\"")
  public String topic(@Nullable String kit, @Nullable String name) {
    return kit == null ? String.valueOf(name) : bench.kit(kit).topic();
  }

  @ParameterType(Payload.SAID)
  public Payload message(String said) {
    return Payload.of(said);
  }

  @ParameterType(Texts.SAID)
  public Texts texts(String said) {
    return Texts.of(said);
  }

  @ParameterType(
      "a misspelt broker name|another authority's root certificate|a forgotten certificate"
          + "|the other kit's client id")
  public Flaw flaw(String said) {
    return Flaw.of(said);
  }

  @ParameterType(
      "a certificate of another host|an expired certificate"
          + "|a certificate of an unknown authority|an oversized certificate")
  public ServerFlaw certificate(String said) {
    return switch (said) {
      case "a certificate of another host" -> ServerFlaw.WRONG_NAME;
      case "an expired certificate" -> ServerFlaw.EXPIRED;
      case "a certificate of an unknown authority" -> ServerFlaw.UNKNOWN_AUTHORITY;
      default -> ServerFlaw.OVERSIZED;
    };
  }

  @ParameterType("the thing \"([^\"]+)\"")
  public Thing thing(String name) {
    return bench.cloud().thing(name);
  }

  @ParameterType("the thing \"([^\"]+)\"|the (" + KIT + ")")
  public Shadow shadow(@Nullable String thing, @Nullable String kit) {
    return kit == null
        ? bench.cloud().shadow(String.valueOf(thing))
        : bench.cloud().shadow(bench.kit(kit));
  }

  @ParameterType("\"([^\"]*)\"|(-?\\d+(?:\\.\\d+)?|true|false|null)")
  public Value value(@Nullable String text, @Nullable String literal) {
    return literal == null ? Value.text(String.valueOf(text)) : Value.literal(literal);
  }

  @ParameterType("version (\\d+)|its version|(an outdated version)")
  public LongUnaryOperator version(@Nullable String exact, @Nullable String outdated) {
    long behind = outdated == null ? 0 : 1;
    return exact == null ? last -> last - behind : last -> Long.parseLong(exact);
  }

  @ParameterType(Sayings.SAID)
  public Sayings sayings(String said) {
    return Sayings.of(said);
  }

  @ParameterType("without a policy|with a policy that lacks (Connect|Publish|Subscribe|Receive)")
  public Grant grant(@Nullable String lacking) {
    return lacking == null ? Grant.NOTHING : Grant.lacking(lacking);
  }

  @ParameterType(
      "(without a certificate)|with a certificate of another authority"
          + "|with the certificate of the thing \"([^\"]+)\"( and another key)?"
          + "|with the certificate of the ("
          + KIT
          + ")")
  public Papers papers(
      @Nullable String none,
      @Nullable String thing,
      @Nullable String anotherKey,
      @Nullable String kit) {
    if (kit != null) {
      return Papers.of(bench.kit(kit));
    }
    if (thing == null) {
      return none == null ? Papers.foreign() : Papers.none();
    }
    Thing owner = bench.cloud().thing(thing);
    return anotherKey == null ? Papers.of(owner) : Papers.mixedUp(owner);
  }
}
