package eu.sortie.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eu.sortie.scenario.End;
import eu.sortie.scenario.Misuse;
import eu.sortie.scenario.Setting;
import eu.sortie.spi.Line;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What a {@link eu.sortie.spi.Protocol} owes: it refuses what it cannot work with, shows no secret, and changes nothing unasked. */
public interface ProtocolContract extends EndUnderTest {

  /** What the names of secret settings have in them. */
  List<String> SECRETS = List.of("secret", "password", "token");

  @Test
  default void theEndIsOneOfItsOwn(Bench bench) {
    assertEquals(
        bench.protocol().name(),
        bench.end().protocol(),
        "the end under test speaks another protocol than the adapter");
    bench.protocol().check(bench.end());
  }

  @Test
  default void aSettingItDoesNotKnowIsMisuseAndNamed(Bench bench) {
    var unknown = "no-such-setting";
    var settings = new TreeMap<>(bench.end().settings());
    settings.put(unknown, Setting.of("any"));
    var misuse = assertThrows(
        Misuse.class,
        () -> bench.protocol().check(with(bench.end(), settings)),
        "a setting that is misspelt would be ignored in silence");
    assertTrue(
        String.valueOf(misuse.getMessage()).contains(unknown),
        () -> "expected the message to name '%s', saw: %s".formatted(unknown, misuse.getMessage()));
  }

  /** With a secret that is nobody's, so that what an end says when it lets nobody in is looked at as well. */
  @Test
  default void noSecretIsShown(Bench bench) {
    var secret = "not-to-be-seen-" + Bench.fresh().bucket();
    var settings = new TreeMap<>(bench.end().settings());
    settings.replaceAll(
        (key, setting) -> SECRETS.stream().anyMatch(key::contains) ? Setting.of(secret) : setting);
    var end = with(bench.end(), settings);
    var shown = "%s %s"
        .formatted(
            bench.protocol().address(end), bench.protocol().examine(end, Line.open(end.name())));
    assertFalse(shown.contains(secret), () -> "a secret is shown: " + shown);
  }

  @Test
  default void examiningFindsSomethingAndLeavesAllAsItIs(Bench bench) throws Exception {
    var planted = bench.planted();
    try (var source = bench.source(planted.selection())) {
      var before = Sight.listing(source);
      var findings = bench.protocol().examine(bench.end(), Line.open(bench.end().name()));
      assertFalse(findings.isEmpty(), "examining an end that answers found nothing");
      assertEquals(before, Sight.listing(source), "what is listed, before and after examining");
    }
  }

  @Test
  default void tuningWithoutLeaveToWriteChangesNothing(Bench bench) {
    var line = Line.readOnly(bench.end().name());
    bench.protocol().tune(bench.end(), line, Optional.empty());
    assertEquals(List.of(), line.violations(), "tuning without a trial tried to write");
  }

  private static End with(End end, SortedMap<String, Setting> settings) {
    return new End(
        end.name(), end.live(), end.protocol(), settings, end.capabilities(), end.place());
  }
}
