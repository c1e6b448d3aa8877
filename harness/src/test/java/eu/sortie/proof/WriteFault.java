package eu.sortie.proof;

import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Something goes wrong with what is written: the server holds other than it was given, and the client is told that all is well. */
sealed interface WriteFault extends Fault {

  /** One field of the header does not arrive. */
  record DropsHeader(String key, String field) implements WriteFault {
    @Override
    public boolean strikes(Call call) {
      return call.beginsWrite()
          && call.key().equals(key)
          && call.http().fields().has(field);
    }

    @Override
    public HttpAnswer serve(Call call, Server server) throws IOException {
      return server.ask(call.http().with(call.http().fields().without(field)));
    }
  }

  /** One field of the header arrives with another value. */
  record ChangesHeader(String key, String field, String value) implements WriteFault {
    @Override
    public boolean strikes(Call call) {
      return call.beginsWrite() && call.key().equals(key);
    }

    @Override
    public HttpAnswer serve(Call call, Server server) throws IOException {
      return server.ask(call.http().with(call.http().fields().with(field, value)));
    }
  }

  /** One tag of several does not arrive. */
  record DropsTag(String key, String tag) implements WriteFault {
    private static final String FIELD = "x-amz-tagging";

    @Override
    public boolean strikes(Call call) {
      return call.beginsWrite()
          && call.key().equals(key)
          && call.http().fields().has(FIELD);
    }

    @Override
    public HttpAnswer serve(Call call, Server server) throws IOException {
      var kept = Arrays.stream(call.http().fields().first(FIELD).orElseThrow().split("&", -1))
          .filter(one -> !Escaped.inQuery(one.split("=", 2)[0]).equals(tag))
          .collect(Collectors.joining("&"));
      return server.ask(call.http().with(call.http().fields().with(FIELD, kept)));
    }
  }

  /** The bytes of an object, or of one of its parts, arrive damaged. */
  record DamagesBytes(String key, String part, Damage damage) implements WriteFault {
    @Override
    public boolean strikes(Call call) {
      return call.carriesBytes()
          && call.key().equals(key)
          && call.query().getOrDefault("partNumber", "").equals(part);
    }

    @Override
    public HttpAnswer serve(Call call, Server server) throws IOException {
      var honest = call.http().fields().without("Content-MD5");
      return server.ask(call.http().with(honest).withBody(damage.of(call.http().body())));
    }
  }

  /** An object is taken with success and kept nowhere. */
  record PretendsToStore(String key) implements WriteFault {
    @Override
    public boolean strikes(Call call) {
      return call.putsObject() && call.key().equals(key);
    }

    @Override
    public HttpAnswer serve(Call call, Server server) {
      return HttpAnswer.of(200).with("ETag", etag(call.http().body()));
    }
  }

  /** Parts are taken one by one and never put together. */
  record PretendsToComplete(String key) implements WriteFault {
    @Override
    public boolean strikes(Call call) {
      return call.completesParts() && call.key().equals(key);
    }

    @Override
    public HttpAnswer serve(Call call, Server server) {
      return HttpAnswer.xml(
          "<CompleteMultipartUploadResult><Bucket>%s</Bucket><Key>%s</Key><ETag>%s</ETag></CompleteMultipartUploadResult>"
              .formatted(
                  call.bucket(), Document.escaped(call.key()), etag(call.http().body())));
    }
  }

  /** An object arrives under another key. */
  record Renames(String key, String other) implements WriteFault {
    @Override
    public boolean strikes(Call call) {
      return call.putsObject() && call.key().equals(key);
    }

    @Override
    public HttpAnswer serve(Call call, Server server) throws IOException {
      return server.ask(call.under(other));
    }
  }

  private static String etag(byte[] body) {
    return '"' + Signer.hex(Signer.digest("MD5", body)) + '"';
  }
}
