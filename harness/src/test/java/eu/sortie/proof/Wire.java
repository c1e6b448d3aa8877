package eu.sortie.proof;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Optional;

/** One connection that speaks HTTP/1.1 byte for byte: what other clients tidy up stays as it is. */
final class Wire implements AutoCloseable {

  private static final int SILENCE_MILLIS = 30_000;
  private static final int LONGEST_LINE = 1 << 20;

  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;
  private boolean isOver;

  Wire(Socket socket) throws IOException {
    this.socket = socket;
    socket.setSoTimeout(SILENCE_MILLIS);
    socket.setTcpNoDelay(true);
    in = new BufferedInputStream(socket.getInputStream());
    out = new BufferedOutputStream(socket.getOutputStream(), 1 << 16);
  }

  static Wire to(InetSocketAddress address) throws IOException {
    var socket = new Socket();
    try {
      socket.connect(address, SILENCE_MILLIS);
      return new Wire(socket);
    } catch (IOException failed) {
      socket.close();
      throw failed;
    }
  }

  /** The next request; empty where the other side has hung up. */
  Optional<HttpCall> readCall() throws IOException {
    var line = line();
    if (line.isEmpty()) {
      return Optional.empty();
    }
    var words = line.get().split(" ", 3);
    var fields = fields();
    if (fields.first("Expect").isPresent()) {
      out.write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
      out.flush();
    }
    var body = isChunked(fields)
        ? chunks()
        : exactly(fields.first("Content-Length").map(Integer::parseInt).orElse(0));
    return Optional.of(new HttpCall(words[0], words[1], plain(fields), body));
  }

  HttpAnswer ask(HttpCall call) throws IOException {
    var head = new StringBuilder(call.method() + " " + call.target() + " HTTP/1.1\r\n");
    var fields = call.body().length > 0 || call.method().matches("PUT|POST")
        ? call.fields().with("Content-Length", String.valueOf(call.body().length))
        : call.fields();
    write(head, plain(fields), call.body());
    return readAnswer(call.isHead());
  }

  void answer(HttpAnswer answer, boolean toHead) throws IOException {
    var bodiless = toHead || answer.status() == 204 || answer.status() == 304;
    var fields = bodiless
        ? answer.fields()
        : answer.fields().with("Content-Length", String.valueOf(answer.body().length));
    write(
        new StringBuilder("HTTP/1.1 " + answer.status() + " As Told\r\n"),
        plain(fields),
        bodiless ? new byte[0] : answer.body());
  }

  private HttpAnswer readAnswer(boolean toHead) throws IOException {
    int status;
    Fields fields;
    do {
      var line = line().orElseThrow(() -> new EOFException("the other side hung up"));
      status = Integer.parseInt(line.split(" ", 3)[1]);
      fields = fields();
    } while (status < 200);
    isOver = fields.first("Connection").filter("close"::equalsIgnoreCase).isPresent();
    return new HttpAnswer(status, plain(fields), body(toHead, status, fields));
  }

  /** Whether the other side said that this was its last answer. */
  boolean isOver() {
    return isOver;
  }

  private byte[] body(boolean toHead, int status, Fields fields) throws IOException {
    if (toHead || status == 204 || status == 304) {
      return new byte[0];
    }
    if (isChunked(fields)) {
      return chunks();
    }
    var length = fields.first("Content-Length");
    isOver |= length.isEmpty();
    return length.isPresent() ? exactly(Integer.parseInt(length.get())) : in.readAllBytes();
  }

  private void write(StringBuilder head, Fields fields, byte[] body) throws IOException {
    fields
        .all()
        .forEach(field ->
            head.append(field.name()).append(": ").append(field.value()).append("\r\n"));
    out.write(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
    out.write(body);
    out.flush();
  }

  private static boolean isChunked(Fields fields) {
    return fields.first("Transfer-Encoding").filter("chunked"::equalsIgnoreCase).isPresent();
  }

  /** Without what is about one connection only; no client signs these. */
  private static Fields plain(Fields fields) {
    return fields
        .without("Transfer-Encoding")
        .without("Expect")
        .without("Keep-Alive")
        .without("Connection");
  }

  private Fields fields() throws IOException {
    var all = new ArrayList<Field>();
    while (true) {
      var line = line().orElseThrow(() -> new EOFException("a header broke off"));
      if (line.isEmpty()) {
        return new Fields(all);
      }
      int colon = line.indexOf(':');
      all.add(new Field(line.substring(0, colon), line.substring(colon + 1).strip()));
    }
  }

  private Optional<String> line() throws IOException {
    var bytes = new ByteArrayOutputStream();
    for (int one = in.read(); one >= 0; one = in.read()) {
      if (one == '\n') {
        return Optional.of(bytes.toString(StandardCharsets.ISO_8859_1).replaceFirst("\r$", ""));
      }
      bytes.write(one);
      if (bytes.size() > LONGEST_LINE) {
        throw new IOException("a line without an end");
      }
    }
    return Optional.empty();
  }

  private byte[] exactly(int length) throws IOException {
    var bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException("%d of %d bytes came".formatted(bytes.length, length));
    }
    return bytes;
  }

  private byte[] chunks() throws IOException {
    var body = new ByteArrayOutputStream();
    while (true) {
      var size = line().orElseThrow(() -> new EOFException("a body broke off"));
      int length = Integer.parseInt(size.split(";", 2)[0].strip(), 16);
      body.write(exactly(length));
      if (length == 0) {
        fields();
        return body.toByteArray();
      }
      line();
    }
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException gone) {
      // Nobody is there to be told.
    }
  }
}
