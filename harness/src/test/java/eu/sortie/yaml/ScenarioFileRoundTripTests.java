package eu.sortie.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import eu.sortie.inventory.Trait;
import eu.sortie.measure.Money;
import eu.sortie.scenario.Allowance;
import eu.sortie.scenario.Gate;
import eu.sortie.scenario.ImageSelection;
import eu.sortie.scenario.ObjectSelection;
import eu.sortie.scenario.Replacement;
import eu.sortie.scenario.ResourceSelection;
import eu.sortie.scenario.Scenario;
import eu.sortie.scenario.Selection;
import eu.sortie.scenario.ServiceSelection;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ScenarioFileRoundTripTests {

  @Property(tries = 1000)
  void whatIsWrittenReadsBackEqual(@ForAll("scenarios") Scenario scenario) {
    var yaml = ScenarioFile.write(scenario);

    assertThat(ScenarioFile.read(yaml, "written.yaml")).isEqualTo(scenario);
  }

  @Property(tries = 300)
  void whatIsWrittenPleasesTheSchema(@ForAll("scenarios") Scenario scenario) {
    assertThat(SCHEMA.complaints(ScenarioFile.write(scenario))).isEmpty();
  }

  private static final Schemas SCHEMA = Schemas.of("scenario");

  @Provide
  Arbitrary<Scenario> scenarios() {
    return selections()
        .flatMap(selection -> Combinators.combine(
                words(),
                words(),
                words(),
                Arbitraries.just(selection),
                gates(selection).list().ofMinSize(1).ofMaxSize(4),
                allowances(selection).list().ofMaxSize(3))
            .as(Scenario::new))
        .filter(scenario -> !scenario.from().equals(scenario.to()));
  }

  private static Arbitrary<Selection> selections() {
    var into = Arbitraries.oneOf(Arbitraries.just(""), words());
    var objects = Combinators.combine(words(), texts(), into)
        .as((bucket, under, where) -> (Selection) new ObjectSelection(bucket, under, where));
    var resources = Combinators.combine(
            words(), into, words().list().ofMaxSize(3), replacements().list().ofMaxSize(2))
        .as((namespace, where, off, replaced) ->
            (Selection) new ResourceSelection(namespace, where, off, replaced));
    var services = Combinators.combine(
            words(),
            words().list().ofMaxSize(3),
            into,
            words().list().ofMaxSize(3),
            replacements().list().ofMaxSize(2))
        .as((cluster, some, where, off, replaced) ->
            (Selection) new ServiceSelection(cluster, some, where, off, replaced));
    var images = Combinators.combine(words().list().ofMinSize(1).ofMaxSize(3), into)
        .as((names, where) -> (Selection) new ImageSelection(names, "", where));
    var under = Combinators.combine(words(), into)
        .as((prefix, where) -> (Selection) new ImageSelection(List.of(), prefix, where));
    return Arbitraries.oneOf(objects, resources, services, images, under);
  }

  private static Arbitrary<Replacement> replacements() {
    return Combinators.combine(words(), texts(), words()).as(Replacement::new);
  }

  private static Arbitrary<Duration> times() {
    return Arbitraries.longs().between(0, Long.MAX_VALUE / 10_000).map(Duration::ofMillis);
  }

  private static Arbitrary<Gate> gates(Selection of) {
    var keeps = traits(of).list().ofMinSize(1).ofMaxSize(5).map(Gate.Keeps::new);
    var time = Arbitraries.longs()
        .between(0, Long.MAX_VALUE / 10_000)
        .map(millis -> new Gate.TimeToExit(Duration.ofMillis(millis)));
    var cost = Combinators.combine(
            Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, new BigDecimal("1e12"))
                .ofScale(6),
            Arbitraries.of("EUR", "USD", "CHF", "JPY"))
        .as((amount, code) -> new Gate.CostToExit(new Money(amount, Money.currency(code))));
    var ready = Arbitraries.longs()
        .between(0, Long.MAX_VALUE / 10_000)
        .map(millis -> new Gate.WorkloadsReady(Duration.ofMillis(millis)));
    var answers = Combinators.combine(
            words(), texts(), Arbitraries.integers().between(100, 599), texts())
        .as((service, path, status, contains) ->
            new Gate.Answers(service, '/' + path, status, contains));
    var alike = Combinators.combine(
            words(),
            texts(),
            words().list().ofMaxSize(2),
            Arbitraries.of(Gate.AnswersAlike.Body.values()))
        .as((service, path, headers, body) ->
            (Gate) new Gate.AnswersAlike(service, '/' + path, headers, body));
    var job = Combinators.combine(words(), Arbitraries.of(true, false), times())
        .as((name, scheduled, within) -> (Gate) new Gate.JobCompletes(name, scheduled, within));
    var later = Arbitraries.oneOf(
        times().map(Gate.ProbesEqual::new), times().map(Gate.NoDrift::new), alike, job);
    return Arbitraries.oneOf(
        later, keeps, time, cost, ready, answers, Arbitraries.just(Gate.noResidueOfTheSource()));
  }

  private static Arbitrary<Allowance> allowances(Selection selection) {
    var of = Arbitraries.oneOf(
        Arbitraries.of(Allowance.ITEM, Allowance.CHANGES), traits(selection).map(Trait::name));
    return Combinators.combine(of, texts(), words()).as(Allowance::new);
  }

  private static Arbitrary<Trait> traits(Selection of) {
    return Arbitraries.of(of.kinds().traits());
  }

  private static Arbitrary<String> words() {
    return texts().filter(text -> !text.isBlank());
  }

  /** Everything that ever confused a reader of YAML, and everything else. */
  private static Arbitrary<String> texts() {
    var odd = Arbitraries.of(
        "",
        " ",
        "  lead",
        "trail ",
        "a: b",
        "a #b",
        "#",
        "- x",
        "-",
        "?",
        "? x",
        "[x",
        "]",
        "{",
        "}",
        "&a",
        "*a",
        "!t",
        "|",
        ">",
        "%x",
        "@x",
        "`x",
        "'",
        "\"",
        "''",
        "it's",
        "\\",
        "\\n",
        "\n",
        "a\nb",
        "a\n\n b\n",
        "\n lead",
        "\r\n",
        "\t",
        "a\tb",
        "true",
        "no",
        "Null",
        "~",
        "null",
        "0x1F",
        "1e3",
        ".inf",
        ".NaN",
        "0o17",
        "12",
        "-1.5",
        "2026-11-01",
        "12:30",
        "<<",
        "=",
        "---",
        "...",
        "--- a",
        "\u0085",
        "\u2028",
        "\u2029",
        "\uFEFF",
        "\u00A0",
        "\u200B",
        "\u202E",
        "\u0000",
        "\u0007",
        "\u001B[31m",
        "\u007F",
        "\uFFFE",
        "\uFFFF",
        "é",
        "e\u0301",
        "Ægir",
        "日本",
        "\uD83D\uDE80",
        "\uDBFF\uDFFF",
        "${HOME}",
        "$(x)",
        "key:",
        ":",
        ": x",
        ",",
        "a,b",
        "x".repeat(200),
        "y ".repeat(100),
        "word\n".repeat(20),
        "z".repeat(1500));
    var any = Arbitraries.strings().ofMaxLength(30).filter(ScenarioFileRoundTripTests::isWhole);
    var ascii =
        Arbitraries.strings().withCharRange(' ', '~').withChars('\n', '\t').ofMaxLength(60);
    var joined = Combinators.combine(odd, odd).as(String::concat);
    return Arbitraries.oneOf(odd, any, ascii, joined);
  }

  private static boolean isWhole(String text) {
    return text.codePoints().noneMatch(c -> Character.getType(c) == Character.SURROGATE);
  }
}
