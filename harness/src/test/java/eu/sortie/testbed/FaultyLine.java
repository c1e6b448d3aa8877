package eu.sortie.testbed;

import eu.sortie.containers.LabServers;
import eu.sortie.scenario.Capabilities;
import eu.sortie.scenario.End;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Queue;

/** A line to an end on which things go wrong as a test says, through Toxiproxy. */
public final class FaultyLine implements AutoCloseable {

  private final HttpClient http = HttpClient.newHttpClient();
  private final String api;
  private final String name;
  private final End end;
  private final Queue<Integer> lines;
  private final int number;

  private FaultyLine(String api, String name, End end, Queue<Integer> lines, int number) {
    this.api = api;
    this.name = name;
    this.end = end;
    this.lines = lines;
    this.number = number;
  }

  static FaultyLine through(
      LabServers.Toxiproxy toxiproxy, Queue<Integer> lines, LabServers.Running server) {
    var number = lines.remove();
    var end = at(
        server.end(),
        "http://%s:%d".formatted(toxiproxy.host(), toxiproxy.outside().get(number)));
    var line = new FaultyLine(toxiproxy.api(), "line-" + number, end, lines, number);
    line.send(
        "POST",
        "/proxies",
        "{\"name\":\"%s\",\"listen\":\"0.0.0.0:%d\",\"upstream\":\"%s\",\"enabled\":true}"
            .formatted(line.name, toxiproxy.inside().get(number), server.inside()));
    return line;
  }

  private static End at(End like, String endpoint) {
    var settings = new HashMap<String, String>();
    like.settings().forEach((key, setting) -> settings.put(key, setting.value()));
    settings.put("endpoint", endpoint);
    return End.of(like.name(), false, "s3", settings, Capabilities.UNSTATED);
  }

  /** The end, as it is reached over this line. */
  public End end() {
    return end;
  }

  /** What comes back comes later. */
  public void delay(Duration by) {
    toxic("latency", "downstream", "\"latency\":" + by.toMillis());
  }

  /** What goes there goes slowly. */
  public void narrow(int kibibytesPerSecond) {
    toxic("bandwidth", "upstream", "\"rate\":" + kibibytesPerSecond);
  }

  /** Each connection breaks off once so much went over it. */
  public void breakAfter(int bytes) {
    toxic("limit_data", "upstream", "\"bytes\":" + bytes);
  }

  /** Connections stay open, and nothing comes through any more. */
  public void fallSilent() {
    toxic("timeout", "upstream", "\"timeout\":0");
  }

  /** Nobody answers: open connections are closed, new ones refused. */
  public void cut() {
    send("POST", "/proxies/" + name, "{\"enabled\":false}");
  }

  private void toxic(String type, String direction, String attribute) {
    send(
        "POST",
        "/proxies/%s/toxics".formatted(name),
        "{\"type\":\"%s\",\"stream\":\"%s\",\"attributes\":{%s}}"
            .formatted(type, direction, attribute));
  }

  private void send(String method, String path, String body) {
    var request = HttpRequest.newBuilder(URI.create(api + path))
        .method(method, BodyPublishers.ofString(body))
        .build();
    try {
      var answer = http.send(request, BodyHandlers.ofString());
      if (answer.statusCode() >= 300) {
        throw new IllegalStateException(
            "Toxiproxy answered %s %s: %s".formatted(method, path, answer.body()));
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  /** Takes the line away; the server stays. */
  @Override
  public void close() {
    send("DELETE", "/proxies/" + name, "");
    lines.add(number);
  }
}
