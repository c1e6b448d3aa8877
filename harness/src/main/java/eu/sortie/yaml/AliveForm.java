package eu.sortie.yaml;

import eu.sortie.measure.Durations;
import eu.sortie.scenario.Gate;
import eu.sortie.scenario.Misuse;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.nodes.Node;

/** Gates with more than a bar on what runs where it arrived: {@code answers: {service: web, path: /health}}. */
final class AliveForm {

  private static final String SERVICE = "service";
  private static final String PATH = "path";
  private static final String STATUS = "status";
  private static final String CONTAINS = "body contains";
  private static final String HEADERS = "headers";
  private static final String BODY = "body";
  private static final String JOB = "job";
  private static final String CRON_JOB = "cron job";
  private static final String WITHIN = "within";

  private AliveForm() {}

  static Gate answers(Part part) {
    var fields = part.fields().only(SERVICE, PATH, STATUS, CONTAINS);
    var service = service(fields);
    var path = path(fields);
    int status = fields.find(STATUS).map(AliveForm::status).orElse(200);
    var contains = fields.find(CONTAINS).map(Part::text).orElse("");
    return said(part, () -> new Gate.Answers(service, path, status, contains));
  }

  static Gate alike(Part part) {
    var fields = part.fields().only(SERVICE, PATH, HEADERS, BODY);
    var service = service(fields);
    var path = path(fields);
    var headers = fields
        .find(HEADERS)
        .map(names -> names.items().stream().map(Part::words).toList())
        .orElse(List.of());
    var body = fields.find(BODY).map(AliveForm::body).orElse(Gate.AnswersAlike.Body.BYTES);
    return said(part, () -> new Gate.AnswersAlike(service, path, headers, body));
  }

  static Gate job(Part part) {
    var fields = part.fields().only(JOB, CRON_JOB, WITHIN);
    var scheduled = fields.find(CRON_JOB);
    if (scheduled.isPresent() == fields.find(JOB).isPresent()) {
      throw part.wrong("expected either '%s' or '%s', as in '{%s: migrate, %s: 5 min}'"
          .formatted(JOB, CRON_JOB, JOB, WITHIN));
    }
    var name = scheduled.orElseGet(() -> fields.value(JOB)).words();
    var within = fields
        .required(WITHIN, "expected how long it may take, as in '5 min'")
        .as(Durations::parse);
    return new Gate.JobCompletes(name, scheduled.isPresent(), within);
  }

  private static String service(Fields fields) {
    return fields
        .required(SERVICE, "expected the name of a service that arrives")
        .words();
  }

  private static String path(Fields fields) {
    return fields
        .required(PATH, "expected what it is asked for, as in '/health'")
        .words();
  }

  /** A gate made in Java says what it is; here the part does. */
  private static Gate said(Part part, Supplier<Gate> gate) {
    try {
      return gate.get();
    } catch (Misuse wrong) {
      throw part.wrong(
          String.valueOf(wrong.getMessage()).replaceFirst("^" + part.what() + ": ", ""));
    }
  }

  private static int status(Part status) {
    if (!status.seen().equals("a number")) {
      throw status.wrong("expected a status of HTTP, as in 200, saw " + status.seen());
    }
    try {
      return status.decimal().intValueExact();
    } catch (ArithmeticException fraction) {
      throw status.wrong(
          "expected a status of HTTP, as in 200, saw '%s'".formatted(status.scalar()));
    }
  }

  private static Gate.AnswersAlike.Body body(Part part) {
    var word = part.words();
    return Arrays.stream(Gate.AnswersAlike.Body.values())
        .filter(body -> word(body).equals(word))
        .findFirst()
        .orElseThrow(() -> part.wrong("expected how bodies are compared, one of %s, saw '%s'"
            .formatted(
                Arrays.stream(Gate.AnswersAlike.Body.values())
                    .map(AliveForm::word)
                    .collect(Collectors.joining(", ")),
                word)));
  }

  private static String word(Gate.AnswersAlike.Body body) {
    return body.name().toLowerCase(Locale.ROOT);
  }

  static Node write(Gate.Answers answers) {
    var fields = address(answers.service(), answers.path());
    fields.put(STATUS, Pen.number(answers.status()));
    if (!answers.contains().isEmpty()) {
      fields.put(CONTAINS, Pen.text(answers.contains()));
    }
    return Pen.line(fields);
  }

  static Node write(Gate.AnswersAlike alike) {
    var fields = address(alike.service(), alike.path());
    if (!alike.headers().isEmpty()) {
      fields.put(HEADERS, Pen.words(alike.headers()));
    }
    fields.put(BODY, Pen.text(word(alike.body())));
    return Pen.line(fields);
  }

  static Node write(Gate.JobCompletes job) {
    var fields = new LinkedHashMap<String, Node>();
    fields.put(job.scheduled() ? CRON_JOB : JOB, Pen.text(job.name()));
    fields.put(WITHIN, Pen.text(Durations.print(job.within())));
    return Pen.line(fields);
  }

  private static Map<String, Node> address(String service, String path) {
    Map<String, Node> fields = new LinkedHashMap<>();
    fields.put(SERVICE, Pen.text(service));
    fields.put(PATH, Pen.text(path));
    return fields;
  }
}
