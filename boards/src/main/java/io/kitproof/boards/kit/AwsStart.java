package io.kitproof.boards.kit;

/** How apps of the class of 2019 begin: network first, then the credential files. */
final class AwsStart {
  private AwsStart() {}

  /** False, and says so on the console, when the app ends here. */
  static boolean done(Board board, Build build) {
    if (!new Network(board, build.image().profile()).up()) {
      board.print(Transcript.AWS_NOT_ON_THE_NETWORK);
      return false;
    }
    if (!Credentials.presentForAws(board, build)) {
      board.print(Transcript.AWS_NO_CREDENTIALS);
      return false;
    }
    return true;
  }
}
