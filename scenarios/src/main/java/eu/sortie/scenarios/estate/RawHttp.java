package eu.sortie.scenarios.estate;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Serial;
import java.net.InetSocketAddress;
import java.net.ProtocolException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Sends a request exactly as it is written, one connection each, in HTTP/1.0.
 *
 * <p>Estates need what no HTTP client on the class path gives: the JDK's {@code java.net.http} writes header values in ASCII,
 * {@code HttpURLConnection} in the platform's {@code file.encoding}, and OkHttp resolves {@code .} and {@code ..} in paths even where
 * they are escaped. HTTP/1.0 ends a body with the connection, which keeps this small enough to be seen to be right.
 */
final class RawHttp {

  private static final int CONNECT_MILLIS = 10_000;
  private static final int READ_MILLIS = 60_000;
  private static final int MOST_HEAD_BYTES = 256 * 1024;
  private static final int MOST_OPENING_BYTES = 8 * 1024 * 1024;

  private final URI endpoint;

  RawHttp(URI endpoint) {
    this.endpoint = endpoint;
  }

  /** Sends the bytes {@code from} to {@code to} of a body, and reads the answer to its end. */
  Answer exchange(
      String method,
      String target,
      Map<String, List<String>> headers,
      Body body,
      long from,
      long to)
      throws IOException {
    try (var socket = new Socket()) {
      socket.setTcpNoDelay(true);
      socket.setSoTimeout(READ_MILLIS);
      socket.connect(
          new InetSocketAddress(
              endpoint.getHost(), endpoint.getPort() < 0 ? 80 : endpoint.getPort()),
          CONNECT_MILLIS);
      try {
        var out = new BufferedOutputStream(socket.getOutputStream(), 64 * 1024);
        out.write(head(method, target, headers, to - from));
        copy(body, from, to, out);
        out.flush();
      } catch (UnreadableException unreadable) {
        throw unreadable;
      } catch (IOException brokenOff) {
        return answerInSpiteOf(brokenOff, method, socket);
      }
      return answer(method, socket.getInputStream());
    }
  }

  /** A server may refuse before it has read everything: then its words matter more than the broken pipe. */
  private static Answer answerInSpiteOf(IOException brokenOff, String method, Socket socket)
      throws IOException {
    try {
      return answer(method, socket.getInputStream());
    } catch (IOException silent) {
      brokenOff.addSuppressed(silent);
      throw brokenOff;
    }
  }

  private static byte[] head(
      String method, String target, Map<String, List<String>> headers, long length) {
    var head = new StringBuilder(method).append(' ').append(target).append(" HTTP/1.0\r\n");
    headers.forEach((name, values) -> values.forEach(
        value -> head.append(name).append(": ").append(onOneLine(value)).append("\r\n")));
    head.append("Content-Length: ").append(length).append("\r\n\r\n");
    return head.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String onOneLine(String value) {
    if (value.indexOf('\r') >= 0 || value.indexOf('\n') >= 0 || value.indexOf('\0') >= 0) {
      throw new IllegalArgumentException(
          "a header value holds a line end or NUL and cannot be sent: " + value);
    }
    return value;
  }

  private static void copy(Body body, long from, long to, OutputStream out) throws IOException {
    var buffer = new byte[64 * 1024];
    long left = to - from;
    try (var in = open(body, from)) {
      while (left > 0) {
        int count = read(in, buffer, (int) Math.min(buffer.length, left));
        if (count < 0) {
          throw changed(body);
        }
        out.write(buffer, 0, count);
        left -= count;
      }
      if (to == body.size() && read(in, buffer, 1) >= 0) {
        throw changed(body);
      }
    }
  }

  private static InputStream open(Body body, long from) throws UnreadableException {
    try {
      return body.openAt(from);
    } catch (IOException e) {
      throw new UnreadableException(e);
    }
  }

  private static int read(InputStream in, byte[] buffer, int most) throws UnreadableException {
    try {
      return in.read(buffer, 0, most);
    } catch (IOException e) {
      throw new UnreadableException(e);
    }
  }

  private static UnreadableException changed(Body body) {
    return new UnreadableException(
        new EOFException("%s no longer has the %d bytes it had: it changed while it was planted"
            .formatted(body, body.size())));
  }

  private static Answer answer(String method, InputStream raw) throws IOException {
    var in = new BufferedInputStream(raw, 64 * 1024);
    var lines = readHead(in).split("\r\n", -1);
    var status = lines[0].split(" ", -1);
    if (status.length < 2 || !status[0].startsWith("HTTP/1.")) {
      throw new ProtocolException("expected an HTTP answer, saw: " + lines[0]);
    }
    var headers = headers(lines);
    var sha256 = Digests.begin();
    var opening = new ByteArrayOutputStream();
    long size = 0;
    var buffer = new byte[64 * 1024];
    for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
      sha256.update(buffer, 0, count);
      size += count;
      if (opening.size() + count <= MOST_OPENING_BYTES) {
        opening.write(buffer, 0, count);
      }
    }
    var announced = headers.get("Content-Length");
    if (!method.equals("HEAD") && announced != null && Long.parseLong(announced) != size) {
      throw new EOFException(
          "the answer broke off: %s bytes were announced, %d came".formatted(announced, size));
    }
    return new Answer(
        Integer.parseInt(status[1]),
        headers,
        size,
        HexFormat.of().formatHex(sha256.digest()),
        opening.toByteArray());
  }

  private static String readHead(InputStream in) throws IOException {
    var head = new ByteArrayOutputStream();
    int ends = 0;
    while (ends < 4) {
      int next = in.read();
      if (next < 0 || head.size() > MOST_HEAD_BYTES) {
        throw new EOFException("the server closed the connection without an answer");
      }
      head.write(next);
      ends = next == (ends % 2 == 0 ? '\r' : '\n') ? ends + 1 : next == '\r' ? 1 : 0;
    }
    return head.toString(StandardCharsets.UTF_8);
  }

  private static SortedMap<String, String> headers(String[] lines) {
    var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
    for (int i = 1; i < lines.length; i++) {
      int colon = lines[i].indexOf(':');
      if (colon > 0) {
        headers.merge(
            lines[i].substring(0, colon),
            lines[i].substring(colon + 1).strip(),
            (one, other) -> one + ", " + other);
      }
    }
    return headers;
  }

  /** It is our own bytes that could not be read, not the server that failed. */
  static final class UnreadableException extends IOException {
    @Serial
    private static final long serialVersionUID = 1L;

    UnreadableException(IOException cause) {
      super(cause.getMessage(), cause);
    }
  }
}
