package eu.sortie.containers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Pattern;

/** Tells a Toxiproxy about one line. */
final class ToxiproxyClient {

  private static final Pattern LISTEN = Pattern.compile("\"listen\":\"([^\"]+)\"");

  private final HttpClient http = HttpClient.newHttpClient();
  private final String api;
  private final String line;
  private String listen = "";

  ToxiproxyClient(String api, String line) {
    this.api = api;
    this.line = line;
  }

  /** Makes the line; its near end gets a port that is free. */
  void lay(String upstream) {
    var answer = send(
        "/proxies",
        "{\"name\":\"%s\",\"listen\":\"127.0.0.1:0\",\"upstream\":\"%s\",\"enabled\":true}"
            .formatted(line, upstream));
    var found = LISTEN.matcher(answer);
    if (!found.find()) {
      throw new IllegalStateException("Toxiproxy does not say where it listens: " + answer);
    }
    listen = found.group(1);
  }

  /** Where the line begins. */
  String listensAt() {
    return listen;
  }

  /** Leads it elsewhere; its faults stay, and one that is cut stays cut. */
  void leadTo(String upstream) {
    send("/proxies/" + line, "{\"upstream\":\"%s\"}".formatted(upstream));
  }

  void toxic(String type, String direction, String attribute, long value) {
    send(
        "/proxies/%s/toxics".formatted(line),
        "{\"type\":\"%s\",\"stream\":\"%s\",\"attributes\":{\"%s\":%d}}"
            .formatted(type, direction, attribute, value));
  }

  void cut() {
    send("/proxies/" + line, "{\"enabled\":false}");
  }

  private String send(String path, String body) {
    var request = HttpRequest.newBuilder(URI.create(api + path))
        .POST(BodyPublishers.ofString(body))
        .build();
    try {
      var answer = http.send(request, BodyHandlers.ofString());
      if (answer.statusCode() >= 300) {
        throw new IllegalStateException("Toxiproxy answered %s with %d: %s"
            .formatted(path, answer.statusCode(), answer.body()));
      }
      return answer.body();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }
}
