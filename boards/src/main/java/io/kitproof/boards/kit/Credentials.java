package io.kitproof.boards.kit;

/** The first thing both apps do: look whether the credential files were replaced. */
final class Credentials {
  /** The root certificate is not looked at (kits.md 1.1). */
  private static final int SHORTEST = 64;

  private Credentials() {}

  /** False, and says so on the console, when certificate or key is too short to be one. */
  static boolean present(Board board, Build build) {
    if (build.resources().clientCer().length < SHORTEST) {
      board.print(Transcript.DUMMY_CERTIFICATE);
      return false;
    }
    if (build.resources().privkeyCer().length < SHORTEST) {
      board.print(Transcript.DUMMY_KEY);
      return false;
    }
    return true;
  }
}
