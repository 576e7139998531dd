package io.kitproof.boards.kit;

import io.kitproof.boards.kit.FirmwareImage.Resources;

/** What every app does before it connects: look whether the credential files were replaced. */
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

  /** The same in the class of 2019, which looks at the root certificate as well. */
  static boolean presentForAws(Board board, Build build) {
    String app = build.image().app().word();
    Resources files = build.resources();
    return fits(board, files.rootcaCer(), "Root CA Certificate", "certificate", "'rootca.cer']")
        && fits(
            board, files.clientCer(), "Device Certificate", "certificate", app + "/'client.cer']")
        // The source forgets the bracket here.
        && fits(
            board, files.privkeyCer(), "Device Private-Key", "Private-key", app + "/'privkey.cer'");
  }

  private static boolean fits(Board board, byte[] file, String what, String kind, String path) {
    if (file.length < SHORTEST) {
      board.print(Transcript.AWS_DUMMY.formatted(what, kind, path));
    }
    return file.length >= SHORTEST;
  }
}
