package io.kitproof.boards.virtual;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The language of a family of power switches, from the switch's side. */
interface OutletSpeech {
  Answer answer(Request request, Panel panel);

  /** A status of HTTP and a body. */
  record Answer(int status, String body) {
    static Answer of(String body) {
      return new Answer(200, body);
    }

    static Answer of(String form, Object... values) {
      return of(String.format(Locale.ROOT, form, values));
    }
  }

  /**
   * What was asked.
   *
   * @param query as it was sent, empty for none
   * @param authorization the header of that name, empty for none
   */
  record Request(String method, String path, String query, String body, String authorization) {
    /** The parameters of the query, decoded. */
    Map<String, String> parameters() {
      Map<String, String> parameters = new HashMap<>();
      for (String pair : query.split("&")) {
        int at = pair.indexOf('=');
        if (at > 0) {
          parameters.put(decoded(pair.substring(0, at)), decoded(pair.substring(at + 1)));
        }
      }
      return parameters;
    }

    private static String decoded(String text) {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
      String target = query.isEmpty() ? path : path + "?" + query;
      return method + " " + target + (body.isEmpty() ? "" : " " + body);
    }
  }

  /** A contact in the supply is closed while the outlet is off. */
  static boolean on(Panel panel, int channel) {
    return !panel.readBack(channel);
  }
}
