package io.kitproof.boards.kit.config;

import java.util.List;
import java.util.Optional;

/** What is behind each URL (kits.md section 2). The method of a request does not matter. */
final class Site {
  private static final String HTML = "text/html";
  private static final String SETTINGS_PAGE = "/config/device_settings.html";
  private static final int LONGEST_NAME = 31;

  private final ConfigTarget target;
  private final Uploads uploads;

  Site(ConfigTarget target) {
    this.target = target;
    this.uploads = new Uploads(target);
  }

  /**
   * Does what the request asks for.
   *
   * @throws ServerCrash if the server does not survive it
   */
  Answer answer(Request request) {
    boolean close = request.header().close();
    Optional<String> mime = mime(request.path());
    if (mime.isEmpty() || !acceptable(request, mime.get())) {
      return Answer.notFound(close);
    }
    Optional<Resource> file = Resource.at(request.path());
    if (file.isPresent()) {
      return Answer.file(mime.get(), file.get().content(), close);
    }
    return switch (request.path()) {
      case "/" -> Answer.moved(SETTINGS_PAGE, close);
      case "/config/configuration_settings.html" -> made(settings(request.query()), close);
      case "/config/upgrade_chunk.html" -> made(upload(request), close);
      case "/scan_results.txt" -> Answer.made(mime.get(), ScanText.of(target.scan()), close);
      case "/connect" -> connect(request.query(), close);
      default -> made("", close); // wps_go: the kit looks for a button, whatever the PIN
    };
  }

  private static Optional<String> mime(String path) {
    return switch (path) {
      case "/",
          "/config/configuration_settings.html",
          "/config/upgrade_chunk.html",
          "/connect",
          "/wps_go" ->
          Optional.of(HTML);
      case "/scan_results.txt" -> Optional.of("text/plain");
      default -> Resource.at(path).map(Resource::mime);
    };
  }

  /** The kit takes the type of a request's body for that of the page it asks for. */
  private static boolean acceptable(Request request, String mime) {
    return request
        .header()
        .contentType()
        .filter(t -> !t.equals(mime) && !t.equals("*/*"))
        .isEmpty();
  }

  private static Answer made(String text, boolean close) {
    return Answer.made(HTML, text.isEmpty() ? List.of() : List.of(text), close);
  }

  private String settings(Query query) {
    String mode = query.value("mode").orElse("");
    if (mode.equals("get")) {
      return UrlText.bytes(target.thing());
    }
    if (mode.equals("set")) {
      target.print("url_query_string:[" + UrlText.words(query.all()) + "]");
      name(query.value("thing"));
    }
    return "";
  }

  private void name(Optional<String> bytes) {
    String name = bytes.orElseThrow(() -> new ServerCrash("mode=set without thing="));
    target.print("Thing Name:[" + UrlText.words(name) + "]");
    if (name.length() > LONGEST_NAME) {
      // What lies behind the 32 bytes is not known; fatal is what nobody can overlook.
      throw new ServerCrash("a thing name of more than 31 bytes");
    }
    target.thing(UrlText.words(name));
  }

  private String upload(Request request) {
    Query query = request.query();
    String unused = query.all(); // read before the body is looked at
    if (request.body().length == 0) {
      target.print("content_length [0]");
      return "-1"; // of no meaning: the kit answers a number that was never set
    }
    return Integer.toString(uploads.take(query, request.body()));
  }

  private Answer connect(Query query, boolean close) {
    AccessPoint chosen = AccessPoint.of(query);
    target.accessPoint(
        UrlText.words(chosen.ssid()), chosen.security(), UrlText.words(chosen.passphrase()));
    return made("", close).andConnect();
  }
}
