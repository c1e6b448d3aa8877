package eu.sortie.k8s;

import eu.sortie.scenario.Gate;
import eu.sortie.spi.Destination.Rest;
import eu.sortie.spi.Recording;
import eu.sortie.spi.Sign;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/** Holds what a service answers against what a gate asks of it; tries for a while, for a pod may be ready before it is reached. */
final class Answers {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration BETWEEN = Duration.ofMillis(500);
  private static final int SHOWN = 120;

  private final ServiceCall call;

  Answers(ServiceCall call) {
    this.call = call;
  }

  /** Whether it answers as a gate says. */
  Sign to(Gate.Answers gate, Rest rest) throws IOException {
    return patiently(gate.service(), gate.path(), answer -> judge(gate, answer), rest);
  }

  /** Whether it answers as it did at the source. */
  Sign to(Gate.AnswersAlike gate, Recording recorded, Rest rest) throws IOException {
    return patiently(gate.service(), gate.path(), answer -> judge(gate, recorded, answer), rest);
  }

  /** What it answers, for another end to be held against; asked twice, for what is not the same at one end says nothing of two. */
  Recording recorded(Gate.AnswersAlike gate) throws IOException {
    var first = call.ask(gate.service(), gate.path());
    var second = call.ask(gate.service(), gate.path());
    if (first instanceof Reply.Answer one && second instanceof Reply.Answer other) {
      return steady(Heard.of(gate, one), Heard.of(gate, other));
    }
    var none = first instanceof Reply.None silent ? silent : (Reply.None) second;
    return Recording.unknown(none.sign().seen());
  }

  static Recording steady(Recording one, Recording other) {
    var unsteady = one.different(other);
    return unsteady.isEmpty()
        ? one
        : Recording.unknown(
            "asked twice it gave two answers, with another %s; compare less of it, as with 'body: any'"
                .formatted(String.join(", ", unsteady.subList(0, Math.min(3, unsteady.size())))));
  }

  private Sign patiently(String service, String path, Function<Reply.Answer, Sign> judge, Rest rest)
      throws IOException {
    long began = System.nanoTime();
    while (true) {
      var reply = call.ask(service, path);
      var sign =
          reply instanceof Reply.Answer answer ? judge.apply(answer) : ((Reply.None) reply).sign();
      if (sign.life() == Sign.Life.ALIVE || System.nanoTime() - began > PATIENCE.toNanos()) {
        return sign;
      }
      rest.rest(BETWEEN);
    }
  }

  static Sign judge(Gate.Answers gate, Reply.Answer answer) {
    var seen = "%d by %s".formatted(answer.status(), answer.by());
    var body = answer.text();
    if (answer.status() == gate.status() && body.contains(gate.contains())) {
      return Sign.alive(seen);
    }
    var shown = body.length() > SHOWN ? body.substring(0, SHOWN) + "…" : body;
    return Sign.dead(seen, List.of("the body begins: " + shown.strip()));
  }

  static Sign judge(Gate.AnswersAlike gate, Recording recorded, Reply.Answer answer) {
    var seen = "%d by %s".formatted(answer.status(), answer.by());
    var differences = recorded.differences(Heard.of(gate, answer));
    return differences.isEmpty()
        ? Sign.alive(seen + ", as at the source")
        : Sign.dead(
            "%s, and %d of what it answered at the source is not the same"
                .formatted(seen, differences.size()),
            differences);
  }
}
