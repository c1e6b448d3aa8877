package eu.sortie.proof;

/**
 * A request as it crosses the wire.
 *
 * @param method as in {@code PUT}
 * @param target path and query, escaped as they came
 * @param fields the header
 * @param body all of it
 */
@SuppressWarnings("ArrayRecordComponent") // because nobody compares messages, and bodies are large
record HttpCall(String method, String target, Fields fields, byte[] body) {

  HttpCall with(Fields others) {
    return new HttpCall(method, target, others, body);
  }

  HttpCall withTarget(String other) {
    return new HttpCall(method, other, fields, body);
  }

  HttpCall withBody(byte[] other) {
    return new HttpCall(
        method, target, fields.with("Content-Length", String.valueOf(other.length)), other);
  }

  boolean isHead() {
    return method.equals("HEAD");
  }
}
