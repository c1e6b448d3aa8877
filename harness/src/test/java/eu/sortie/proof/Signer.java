package eu.sortie.proof;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs requests by AWS Signature Version 4, written down once more so that it shares no line with the clients it checks.
 *
 * @param region which the signature names
 */
record Signer(String accessKey, String secretKey, String region) {

  private static final DateTimeFormatter INSTANT =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  /** A request signed anew over what it holds now; the bytes of header values are read in a charset. */
  HttpCall sign(HttpCall call, Instant now, Charset headers) {
    var instant = INSTANT.format(now);
    var fields = call.fields()
        .without("Authorization")
        .with("x-amz-date", instant)
        .with("x-amz-content-sha256", hex(sha256(call.body())));
    var signed = signed(fields);
    var names = String.join(";", signed.keySet());
    var scope = "%s/%s/s3/aws4_request".formatted(instant.substring(0, 8), region);
    var text = "AWS4-HMAC-SHA256\n%s\n%s\n%s"
        .formatted(instant, scope, hex(sha256(canonical(call, fields, names, headers))));
    var key = ("AWS4" + secretKey).getBytes(StandardCharsets.UTF_8);
    for (var part : scope.split("/", -1)) {
      key = hmac(key, part);
    }
    return call.with(fields.with(
        "Authorization",
        "AWS4-HMAC-SHA256 Credential=%s/%s, SignedHeaders=%s, Signature=%s"
            .formatted(accessKey, scope, names, hex(hmac(key, text)))));
  }

  private static byte[] canonical(HttpCall call, Fields fields, String names, Charset headers) {
    var target = call.target().split("\\?", 2);
    var query = target.length < 2
        ? ""
        : Arrays.stream(target[1].split("&", -1))
            .filter(part -> !part.isEmpty())
            .map(part -> part.contains("=") ? part : part + "=")
            .sorted()
            .collect(Collectors.joining("&"));
    var lines = new ArrayList<String>();
    signed(fields).forEach((name, value) -> lines.add(name + ":" + value));
    var text = String.join(
        "\n",
        call.method(),
        target[0],
        query,
        String.join("\n", lines) + "\n",
        names,
        fields.first("x-amz-content-sha256").orElseThrow());
    return text.getBytes(headers);
  }

  private static TreeMap<String, String> signed(Fields fields) {
    var signed = new TreeMap<String, String>();
    for (var field : fields.all()) {
      var name = field.name().toLowerCase(Locale.ROOT);
      if (name.equals("host") || name.equals("content-md5") || name.startsWith("x-amz-")) {
        signed.merge(
            name, field.value().strip().replaceAll(" +", " "), (one, more) -> one + "," + more);
      }
    }
    return signed;
  }

  static byte[] sha256(byte[] bytes) {
    return digest("SHA-256", bytes);
  }

  static byte[] digest(String algorithm, byte[] bytes) {
    try {
      return MessageDigest.getInstance(algorithm).digest(bytes);
    } catch (GeneralSecurityException absent) {
      throw new IllegalStateException("every Java platform has " + algorithm, absent);
    }
  }

  static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  private static byte[] hmac(byte[] key, String text) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException absent) {
      throw new IllegalStateException("every Java platform has HmacSHA256", absent);
    }
  }
}
