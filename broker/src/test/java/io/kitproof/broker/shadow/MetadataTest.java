package io.kitproof.broker.shadow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MetadataTest {

  private final Client client = Client.classic();

  @Test
  void metadata_is_a_tree_of_the_same_shape_with_a_time_at_each_leaf() {
    client.clock.set(100);

    client.update(
        "{\"state\":{\"desired\":{\"a\":1,\"b\":{\"c\":\"x\",\"d\":{}},"
            + "\"e\":[1,[true],{\"f\":2}],\"g\":[]}}}");

    assertThat(client.metadata())
        .isEqualTo(
            "{\"desired\":{\"a\":{\"timestamp\":100},"
                + "\"b\":{\"c\":{\"timestamp\":100},\"d\":{}},"
                + "\"e\":[{\"timestamp\":100},[{\"timestamp\":100}],{\"f\":{\"timestamp\":100}}],"
                + "\"g\":[]}}");
  }

  @Test
  void leaf_that_is_not_touched_keeps_its_time() {
    client.clock.set(100);
    client.update("{\"state\":{\"desired\":{\"a\":1,\"b\":{\"c\":1,\"d\":1}}}}");
    client.clock.set(200);

    client.update("{\"state\":{\"desired\":{\"b\":{\"d\":1}},\"reported\":{\"a\":1}}}");

    assertThat(client.metadata())
        .isEqualTo(
            "{\"desired\":{\"a\":{\"timestamp\":100},"
                + "\"b\":{\"c\":{\"timestamp\":100},\"d\":{\"timestamp\":200}}},"
                + "\"reported\":{\"a\":{\"timestamp\":200}}}");
  }

  @Test
  void metadata_goes_with_its_attribute_and_with_its_section() {
    client.update("{\"state\":{\"desired\":{\"a\":1,\"b\":{\"c\":1}},\"reported\":{\"a\":1}}}");

    client.update(
        "{\"state\":{\"desired\":{\"a\":null,\"b\":{\"c\":null}},\"reported\":{\"a\":null}}}");

    assertThat(client.metadata()).isEqualTo("{\"desired\":{\"b\":{}}}");
  }

  @Test
  void attribute_called_timestamp_is_an_attribute() {
    client.clock.set(100);

    client.update("{\"state\":{\"reported\":{\"timestamp\":7}}}");

    assertThat(client.metadata()).isEqualTo("{\"reported\":{\"timestamp\":{\"timestamp\":100}}}");
  }
}
