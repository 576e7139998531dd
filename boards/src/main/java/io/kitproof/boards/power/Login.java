package io.kitproof.boards.power;

/** Who may switch. Its text never shows the password. */
public record Login(String user, String password) {
  @Override
  public String toString() {
    return user + " with a password";
  }
}
