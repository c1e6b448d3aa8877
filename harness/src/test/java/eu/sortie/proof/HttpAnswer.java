package eu.sortie.proof;

import java.nio.charset.StandardCharsets;

/**
 * An answer as it crosses the wire.
 *
 * @param status as in 200
 * @param fields the header
 * @param body all of it; empty for HEAD, whatever the header says
 */
@SuppressWarnings("ArrayRecordComponent") // because nobody compares messages, and bodies are large
record HttpAnswer(int status, Fields fields, byte[] body) {

  static HttpAnswer of(int status) {
    return new HttpAnswer(status, Fields.NONE, new byte[0]);
  }

  static HttpAnswer xml(String document) {
    return of(200).with("Content-Type", "application/xml").withText(document);
  }

  HttpAnswer with(String name, String value) {
    return new HttpAnswer(status, fields.with(name, value), body);
  }

  HttpAnswer withBody(byte[] other) {
    return new HttpAnswer(
        status, fields.with("Content-Length", String.valueOf(other.length)), other);
  }

  HttpAnswer withText(String text) {
    return withBody(text.getBytes(StandardCharsets.UTF_8));
  }

  String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  boolean isGood() {
    return status >= 200 && status < 300;
  }
}
