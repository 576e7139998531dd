package io.kitproof.broker.registry;

import java.util.List;
import java.util.Optional;

/**
 * A part of a list.
 *
 * @param next what to ask the rest with; empty on the last page
 */
public record Page<T>(List<T> items, Optional<String> next) {

  public Page {
    items = List.copyOf(items);
  }
}
