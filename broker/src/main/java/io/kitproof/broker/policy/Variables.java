package io.kitproof.broker.policy;

import java.util.List;

/** What is known of whoever asks: the values of policy variables and condition keys. */
public interface Variables {

  /**
   * The values of a variable, none if it cannot be resolved. Asked often, so it should be cheap;
   * must neither block nor throw.
   *
   * @param name such as {@code iot:ClientId}, {@code iot:Connection.Thing.Attributes[room]} or
   *     {@code iot:Certificate.Subject.Country}, in AWS's spelling however the policy spells it,
   *     and without the index or {@code .List} of certificate attributes
   */
  List<String> values(String name);
}
