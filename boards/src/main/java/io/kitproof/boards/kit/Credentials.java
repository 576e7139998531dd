package io.kitproof.boards.kit;

import io.kitproof.boards.kit.FirmwareImage.Resources;

/** What every app does before it connects: look whether the credential files were replaced. */
final class Credentials {
  /** The root certificate is not looked at (kits.md 1.1). */
  private static final int SHORTEST = 64;

  private static final String ROOT = "Root CA Certificate";
  private static final String CERTIFICATE = "Device Certificate";
  private static final String KEY = "Device Private-Key";

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
    App app = build.image().app();
    Resources files = build.resources();
    String dir = app.word() + "/";
    return fits(board, files.rootcaCer(), app, ROOT, "certificate", "'rootca.cer']")
        && fits(board, files.clientCer(), app, CERTIFICATE, "certificate", dir + "'client.cer']")
        // The source forgets the bracket here.
        && fits(board, files.privkeyCer(), app, KEY, "Private-key", dir + "'privkey.cer'");
  }

  private static boolean fits(
      Board board, byte[] file, App app, String what, String kind, String path) {
    if (file.length < SHORTEST) {
      board.print(
          app == App.WEATHER_STATION
              ? AwsTranscript.DUMMY.formatted(what)
              : Transcript.AWS_DUMMY.formatted(what, kind, path));
    }
    return file.length >= SHORTEST;
  }
}
