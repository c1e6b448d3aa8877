package eu.sortie.s3;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;

/**
 * Carries header values as UTF-8, the way S3 servers store user metadata.
 *
 * <p>What goes over the wire are the UTF-8 bytes of the real text, and what comes back is text again. Without this, {@code Ægir} fails
 * with SignatureDoesNotMatch or comes back as two strange letters (facts O06).
 */
final class Utf8Headers implements SdkHttpClient {

  private final SdkHttpClient wire;
  private final Spelling spelling;

  Utf8Headers(SdkHttpClient wire, Spelling spelling) {
    this.wire = wire;
    this.spelling = spelling;
  }

  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
    var prepared = wire.prepareRequest(outgoing(request));
    return new ExecutableHttpRequest() {
      @Override
      public HttpExecuteResponse call() throws IOException {
        return incoming(prepared.call());
      }

      @Override
      public void abort() {
        prepared.abort();
      }
    };
  }

  @Override
  public void close() {
    wire.close();
  }

  @Override
  public String clientName() {
    return wire.clientName();
  }

  private HttpExecuteRequest outgoing(HttpExecuteRequest request) {
    if (isAscii(request.httpRequest().headers())) {
      return request;
    }
    var encoded = request.httpRequest().toBuilder()
        .headers(each(request.httpRequest().headers(), this::written))
        .build();
    var outgoing = HttpExecuteRequest.builder().request(encoded);
    request.contentStreamProvider().ifPresent(outgoing::contentStreamProvider);
    return outgoing.build();
  }

  private static HttpExecuteResponse incoming(HttpExecuteResponse response) {
    if (isAscii(response.httpResponse().headers())) {
      return response;
    }
    var decoded = response.httpResponse().toBuilder()
        .headers(each(response.httpResponse().headers(), Utf8Headers::asText))
        .build();
    var incoming = HttpExecuteResponse.builder().response(decoded);
    response.responseBody().ifPresent(incoming::responseBody);
    return incoming.build();
  }

  /** As nearly all of them are, and then both spellings are one. */
  private static boolean isAscii(Map<String, List<String>> headers) {
    for (var values : headers.values()) {
      for (var value : values) {
        for (int i = 0; i < value.length(); i++) {
          if (value.charAt(i) > 0x7F) {
            return false;
          }
        }
      }
    }
    return true;
  }

  private static Map<String, List<String>> each(
      Map<String, List<String>> headers, Convert convert) {
    var converted = new LinkedHashMap<String, List<String>>();
    headers.forEach((name, values) -> {
      var texts = new ArrayList<String>();
      values.forEach(value -> texts.add(convert.apply(value)));
      converted.put(name, texts);
    });
    return converted;
  }

  /** Such that the wire, which writes one byte a character, writes the UTF-8 bytes of the real text. */
  private String written(String signed) {
    return spelling == Spelling.TEXT ? asBytes(signed) : signed;
  }

  static String asBytes(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }

  /** Text where the bytes are UTF-8, and the bytes one by one where they are not. */
  static String asText(String bytes) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes.getBytes(StandardCharsets.ISO_8859_1)))
          .toString();
    } catch (CharacterCodingException otherwise) {
      return bytes;
    }
  }

  private interface Convert {
    String apply(String value);
  }
}
