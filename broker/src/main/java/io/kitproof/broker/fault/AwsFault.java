package io.kitproof.broker.fault;

import java.util.Map;

/**
 * An error that AWS answers a request with. It is an answer and no trouble of ours, so it has no
 * stack trace.
 */
public final class AwsFault extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final String type;
  private final int status;
  private final transient Map<String, String> details;

  /**
   * @param type such as {@code ResourceNotFoundException}
   * @param status of the HTTP answer, 400 to 599
   * @param message as AWS words it
   * @param details further members of the answer's body, such as {@code resourceArn}
   */
  public AwsFault(String type, int status, String message, Map<String, String> details) {
    super(message, null, false, false);
    this.type = type;
    this.status = status;
    this.details = Map.copyOf(details);
  }

  public AwsFault(String type, int status, String message) {
    this(type, status, message, Map.of());
  }

  public String type() {
    return type;
  }

  public int status() {
    return status;
  }

  public String message() {
    return String.valueOf(getMessage());
  }

  public Map<String, String> details() {
    return details;
  }
}
