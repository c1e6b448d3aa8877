package eu.sortie.proof;

import java.io.IOException;

/** Something goes wrong with what is read back: the server holds what it was given, and shows something else. */
sealed interface ReadFault extends Fault {

  /** Another object is shown in place of one: a stale copy, or a neighbour's. */
  record ServesAnother(String key, String other) implements ReadFault {
    @Override
    public boolean strikes(Call call) {
      return (call.getsObject() || call.getsTags()) && call.key().equals(key);
    }

    @Override
    public HttpAnswer serve(Call call, Server server) throws IOException {
      return server.ask(call.under(other));
    }
  }

  /** The bytes come damaged. */
  record DamagesAnswer(String key, Damage damage) implements ReadFault {
    @Override
    public boolean strikes(Call call) {
      return call.getsObject() && call.key().equals(key);
    }

    @Override
    public HttpAnswer serve(Call call, Server server) throws IOException {
      var answer = server.ask(call.http());
      return answer.withBody(damage.of(answer.body()));
    }
  }

  /** A field of the header is not shown. */
  record HidesHeader(String key, String field) implements ReadFault {
    @Override
    public boolean strikes(Call call) {
      return call.getsObject() && call.key().equals(key);
    }

    @Override
    public HttpAnswer serve(Call call, Server server) throws IOException {
      var answer = server.ask(call.http());
      return new HttpAnswer(answer.status(), answer.fields().without(field), answer.body());
    }
  }

  /** An object is listed and not found. */
  record DeniesThatItIsThere(String key) implements ReadFault {
    @Override
    public boolean strikes(Call call) {
      return call.getsObject() && call.key().equals(key);
    }

    @Override
    public HttpAnswer serve(Call call, Server server) {
      return new HttpAnswer(404, Fields.NONE, new byte[0])
          .with("Content-Type", "application/xml")
          .withText("<Error><Code>NoSuchKey</Code><Message>gone</Message></Error>");
    }
  }
}
