package eu.sortie.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import eu.sortie.scenario.End;
import eu.sortie.spi.Protocol;
import java.lang.reflect.Method;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

/** Every clause goes red where an end does wrong what it asks for, and those beside it stay green. */
class FlawTests {

  /** The suites, over whatever stands in for the adapter just now. */
  static final class AllContracts
      implements ProtocolContract, SourceContract, DestinationContract, WitnessContract {

    static Protocol adapter = new Flawed.OfProtocol();
    static List<Deviation> listed = List.of();

    @Override
    public Protocol protocol() {
      return adapter;
    }

    @Override
    public End end() {
      return Flaws.END;
    }

    @Override
    public List<Deviation> deviations() {
      return listed;
    }
  }

  private static Events run(Protocol adapter, List<Deviation> deviations) {
    AllContracts.adapter = adapter;
    AllContracts.listed = deviations;
    return EngineTestKit.engine("junit-jupiter")
        .selectors(selectClass(AllContracts.class))
        .execute()
        .testEvents();
  }

  private static SortedSet<String> red(Events events) {
    var red = new TreeSet<String>();
    events.failed().stream()
        .forEach(
            event -> red.add(event.getTestDescriptor().getDisplayName().replace("(Bench)", "")));
    return red;
  }

  static Stream<Flaws.Flaw> flaws() {
    return Flaws.all().stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("flaws")
  void aFlawTurnsItsClausesRedAndNoOther(Flaws.Flaw flaw) {
    assertThat(red(run(flaw.adapter(), List.of()))).isEqualTo(new TreeSet<>(flaw.clauses()));
  }

  @Test
  void everyClauseCanGoRed() {
    var clauses = Stream.of(AllContracts.class.getMethods())
        .filter(method -> method.isAnnotationPresent(Test.class))
        .map(Method::getName)
        .toList();
    var red = Flaws.all().stream().flatMap(flaw -> flaw.clauses().stream()).toList();
    assertThat(red).containsAll(clauses);
  }

  private static final Protocol LOSES_TAGS = Flaws.all().stream()
      .filter(flaw -> flaw.clauses().equals(List.of("tagsArriveOrAreConceded")))
      .findFirst()
      .orElseThrow()
      .adapter();

  private static String said(Protocol adapter, Deviation deviation) {
    return run(adapter, List.of(deviation)).failed().stream()
        .map(event -> event.getRequiredPayload(TestExecutionResult.class))
        .map(result -> result.getThrowable().orElseThrow().getMessage())
        .distinct()
        .collect(Collectors.joining("\n"));
  }

  @Test
  void aDeviationThatIsListedIsNoFailure() {
    var listed = new Deviation("tagsArriveOrAreConceded", "trait=tags", "it has none");

    assertThat(said(LOSES_TAGS, listed)).isEmpty();
  }

  @Test
  void aDeviationThatNoLongerOccursFails() {
    var listed = new Deviation("tagsArriveOrAreConceded", "trait=tags", "it has none");

    assertThat(said(new Flawed.OfProtocol(), listed))
        .isEqualTo(
            "'europe' keeps 'tagsArriveOrAreConceded' now; delete the deviation that says it does not because it has none");
  }

  @Test
  void nothingHidesBehindADeviationFromTheSameClause() {
    var listed = new Deviation("tagsArriveOrAreConceded", "501 NotImplemented", "it has none");

    assertThat(said(LOSES_TAGS, listed))
        .startsWith(
            "'europe' deviates from 'tagsArriveOrAreConceded' in another way than is listed: expected to see '501 NotImplemented', saw 'traits of trait were lost");
  }

  @Test
  void aDeviationFromAClauseThatIsNotThereFails() {
    var listed = new Deviation("tagsArive", "any", "it has none");

    assertThat(said(LOSES_TAGS, listed))
        .isEqualTo(
            "AllContracts lists a deviation from 'tagsArive', expected the name of a clause of its contracts; there is none of that name");
  }
}
