package io.kitproof.steps.grading;

import io.cucumber.tagexpressions.Expression;
import io.cucumber.tagexpressions.TagExpressionParser;
import io.kitproof.reports.ScenarioRecord;
import io.kitproof.reports.grading.Rubric;
import io.kitproof.reports.grading.Rubric.Item;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Which scenarios are whose in a rubric. */
final class Tags {
  private final Map<String, Expression> byItem = new HashMap<>();

  private Tags() {}

  /**
   * Reads the tags of all items.
   *
   * @throws io.cucumber.tagexpressions.TagExpressionException when some are no expression
   */
  static Tags of(Rubric rubric) {
    Tags tags = new Tags();
    for (Item item : rubric.items()) {
      item.scenarios().ifPresent(e -> tags.byItem.put(item.id(), TagExpressionParser.parse(e)));
    }
    return tags;
  }

  /** Whether a scenario is one of an item's. */
  boolean belongs(Item item, ScenarioRecord scenario) {
    Expression expression = byItem.get(item.id());
    return expression != null && expression.evaluate(scenario.tags());
  }

  /** The expression for all scenarios of some items; nothing when they have none. */
  static Optional<String> any(List<Item> items) {
    String all =
        items.stream()
            .flatMap(item -> item.scenarios().stream())
            .map(expression -> "(" + expression + ")")
            .collect(Collectors.joining(" or "));
    return all.isEmpty() ? Optional.empty() : Optional.of(all);
  }
}
