package eu.sortie.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import eu.sortie.inventory.Item;
import eu.sortie.inventory.ItemId;
import eu.sortie.inventory.Trait;
import eu.sortie.inventory.Value;
import eu.sortie.scenario.BucketTraits;
import eu.sortie.scenario.End;
import eu.sortie.scenario.ObjectSelection;
import eu.sortie.scenario.ObjectTraits;
import eu.sortie.scenario.Selection;
import eu.sortie.scenario.Setting;
import eu.sortie.spi.ChangedException;
import eu.sortie.spi.Created;
import eu.sortie.spi.Destination;
import eu.sortie.spi.Earlier;
import eu.sortie.spi.Finding;
import eu.sortie.spi.Leftover;
import eu.sortie.spi.Line;
import eu.sortie.spi.LineException;
import eu.sortie.spi.Protocol;
import eu.sortie.spi.Reader;
import eu.sortie.spi.Reading;
import eu.sortie.spi.Receipt;
import eu.sortie.spi.RefusedException;
import eu.sortie.spi.Source;
import eu.sortie.spi.Trial;
import eu.sortie.spi.Tuned;
import eu.sortie.spi.Written;
import eu.sortie.testkit.Flawed.OfDestination;
import eu.sortie.testkit.Flawed.OfProtocol;
import eu.sortie.testkit.Flawed.OfReader;
import eu.sortie.testkit.Flawed.OfReading;
import eu.sortie.testkit.Flawed.OfSource;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Ways in which an adapter, or what is behind it, goes wrong. */
final class Flaws {

  /** A memory end that has a secret. */
  static final End END;

  static {
    var right = MemoryProtocol.end("europe", "flawed", true);
    var settings = new TreeMap<>(right.settings());
    settings.put(Flawed.SECRET, Setting.of("hush"));
    END = new End(
        right.name(), false, right.protocol(), settings, right.capabilities(), right.place());
  }

  /**
   * One of them.
   *
   * @param name what it does, after "one that"
   * @param clauses that go red
   */
  record Flaw(String name, Protocol adapter, List<String> clauses) {
    @Override
    public String toString() {
      return "one that " + name;
    }
  }

  private Flaws() {}

  static List<Flaw> all() {
    var all = new ArrayList<Flaw>();
    all.addAll(ofProtocols());
    all.addAll(ofSources());
    all.addAll(ofDestinations());
    all.addAll(ofServers());
    all.addAll(ofWitnesses());
    return all;
  }

  private static Flaw flaw(String name, Protocol adapter, String... clauses) {
    return new Flaw(name, adapter, List.of(clauses));
  }

  private static List<Flaw> ofProtocols() {
    return List.of(
        flaw(
            "is called otherwise than its ends say",
            new OfProtocol() {
              @Override
              public String name() {
                return "another";
              }
            },
            "theEndIsOneOfItsOwn"),
        flaw(
            "takes any setting",
            new OfProtocol() {
              @Override
              public void check(End end) {
                // Whatever is misspelt is ignored.
              }
            },
            "aSettingItDoesNotKnowIsMisuseAndNamed"),
        flaw(
            "shows a secret",
            new OfProtocol() {
              @Override
              public String address(End end) {
                return super.address(end) + " "
                    + end.settings().get(Flawed.SECRET).value();
              }
            },
            "noSecretIsShown"),
        flaw(
            "finds nothing",
            new OfProtocol() {
              @Override
              public List<Finding> examine(End end, Line line) {
                return List.of();
              }
            },
            "examiningFindsSomethingAndLeavesAllAsItIs"),
        flaw(
            "tunes without leave",
            new OfProtocol() {
              @Override
              public Tuned tune(End end, Line line, Optional<Trial> trial) {
                triesToWrite(line);
                return Tuned.NOTHING_TO_TRY;
              }
            },
            "tuningWithoutLeaveToWriteChangesNothing"));
  }

  private static List<Flaw> ofSources() {
    return List.of(
        flaw(
            "has a source without a name",
            Flawed.source((right, end, line, selection) -> new OfSource(right) {
              @Override
              public String library() {
                return "";
              }
            }),
            "theSourceNamesItsLibrary"),
        flaw(
            "takes it that everything is there",
            Flawed.source((right, end, line, selection) -> new OfSource(right) {
              @Override
              public void preflight() {
                // Nobody looks.
              }
            }),
            "whatIsNotSelectedOrNotThereIsMisuseAndNamed",
            "afterClearingNothingIsLeft",
            "whatAProcessThatDiedBeganIsTakenUpAndClearedAsOnesOwn"),
        flaw(
            "lists an item twice",
            Flawed.source((right, end, line, selection) -> new OfSource(right) {
              @Override
              public void list(Consumer<Item> seen) throws IOException {
                super.list(item -> {
                  seen.accept(item);
                  if (item.id().key().equals("many/500")) {
                    seen.accept(item);
                  }
                });
              }
            }),
            "eachItemIsListedOnceWhateverTheNumberOfPages"),
        flaw(
            "lists one page",
            Flawed.source((right, end, line, selection) -> new OfSource(right) {
              @Override
              public void list(Consumer<Item> seen) throws IOException {
                super.list(onePage(seen));
              }
            }),
            "eachItemIsListedOnceWhateverTheNumberOfPages"),
        flaw(
            "lists what was not selected",
            new OfProtocol() {
              @Override
              public Source source(End end, Line line, Selection selection) {
                return super.source(end, line, ((ObjectSelection) selection).under(""));
              }
            },
            "onlyWhatBeginsWithThePrefixIsListed",
            "itemsAreNamedAsAtTheSource"),
        flaw(
            "lists traits of another kind",
            Flawed.source((right, end, line, selection) -> new OfSource(right) {
              @Override
              public void list(Consumer<Item> seen) throws IOException {
                super.list(item -> seen.accept(item.with(BucketTraits.POLICY, Value.absent())));
              }
            }),
            "whatIsListedIsOfTheKindsAndTraitsThatAreSelected"),
        flaw(
            "loses the last byte",
            reading(reading -> reading.with(new ByteArrayInputStream(allButOne(reading.bytes())))),
            "bytesAreReadAsTheyAreStoredAndAsManyAsAnnounced",
            "traitsAreReadAsTheyWereWritten",
            "oldVersionsAreListedNewestFirstAndReadByTheirNames",
            "aReadingMayBeClosedHalfReadAgainAndAgain",
            "manyMayBeReadAtOnce"),
        flaw(
            "announces another number of bytes",
            reading(reading -> reading.announcing(reading.announcedBytes() + 1)),
            "bytesAreReadAsTheyAreStoredAndAsManyAsAnnounced"),
        flaw(
            "does not look at a trait",
            reading(reading -> reading.with(
                reading.item().with(ObjectTraits.CACHE_CONTROL, Value.unknown("not looked at")))),
            "traitsAreReadAsTheyWereWritten"),
        flaw(
            "folds the case of metadata",
            reading(reading -> reading.with(folded(reading.item()))),
            "traitsAreReadAsTheyWereWritten"),
        flaw(
            "speaks in fragments",
            Flawed.source((right, end, line, selection) -> new OfSource(right) {
              @Override
              public List<String> notCovered() {
                return List.of("versions");
              }
            }),
            "whatIsThereAndNotLookedAtIsSaidInSentences"),
        flaw(
            "reads what is there, whatever was listed",
            Flawed.source((right, end, line, selection) -> new OfSource(right) {
              @Override
              public Reading read(Item listed) throws IOException {
                return super.read(listed.with(ObjectTraits.ETAG, Value.absent()));
              }
            }),
            "anItemThatWasOverwrittenSinceTheListingIsSaidToHaveChanged"),
        flaw(
            "takes an item that is gone for silence",
            Flawed.source((right, end, line, selection) -> new OfSource(right) {
              @Override
              public Reading read(Item listed) throws IOException {
                return silentWhereGone(right, listed);
              }
            }),
            "anItemThatIsGoneSinceTheListingIsSaidToBe",
            "anItemThatWasOverwrittenSinceTheListingIsSaidToHaveChanged"),
        flaw(
            "lists the oldest version first",
            Flawed.source((right, end, line, selection) -> new OfSource(right) {
              @Override
              public void list(Consumer<Item> seen) throws IOException {
                backwards(right, seen);
              }
            }),
            "oldVersionsAreListedNewestFirstAndReadByTheirNames"),
        flaw(
            "keeps a connection with every reading",
            Flawed.source((right, end, line, selection) -> new OfSource(right) {
              private final Semaphore connections = new Semaphore(100);

              @Override
              public Reading read(Item listed) throws IOException {
                take(connections);
                return super.read(listed);
              }
            }),
            "aReadingMayBeClosedHalfReadAgainAndAgain"),
        flaw(
            "mixes up what it reads for many",
            Flawed.source((right, end, line, selection) -> new OfSource(right) {
              private final AtomicInteger count = new AtomicInteger();

              @Override
              public Reading read(Item listed) throws IOException {
                return count.incrementAndGet() < 40
                    ? super.read(listed)
                    : super.read(Sight.unlisted(Planted.RICH));
              }
            }),
            "manyMayBeReadAtOnce"),
        flaw(
            "exports the same in other words each time",
            Flawed.source((right, end, line, selection) -> new OfSource(right) {
              private final AtomicInteger count = new AtomicInteger();

              @Override
              public Reading read(Item listed) throws IOException {
                var reading = OfReading.of(super.read(listed));
                return listed.id().kind().equals("bucket")
                    ? reading.with(new ByteArrayInputStream(new byte[count.incrementAndGet()]))
                    : reading;
              }
            }),
            "whatLeavesAsAnExportReadsTheSameTwice"),
        flaw(
            "writes to its source",
            Flawed.source((right, end, line, selection) -> new OfSource(right) {
              @Override
              public List<String> notCovered() throws IOException {
                triesToWrite(line);
                return super.notCovered();
              }
            }),
            "nothingIsEverWrittenAndAllIsCounted"),
        flaw(
            "reads past the line",
            new OfProtocol() {
              @Override
              public Source source(End end, Line line, Selection selection) {
                var right = super.source(end, Line.open("past"), selection);
                return new OfSource(right) {
                  @Override
                  public void close() {
                    line.cut();
                  }
                };
              }
            },
            "nothingIsEverWrittenAndAllIsCounted",
            "afterTheCutNothingCrossesTheLine"),
        flaw(
            "does not cut its line",
            new OfProtocol() {
              @Override
              public Source source(End end, Line line, Selection selection) {
                var right = super.source(end, line, selection);
                return new OfSource(right) {
                  @Override
                  public void close() {
                    // The line stays as it is.
                  }
                };
              }
            },
            "afterTheCutNothingCrossesTheLine"));
  }

  private static List<Flaw> ofDestinations() {
    return List.of(
        flaw(
            "has a writer without a name",
            Flawed.destination((right, line) -> new OfDestination(right) {
              @Override
              public String library() {
                return " ";
              }
            }),
            "theDestinationNamesItsLibrary"),
        flaw(
            "creates before it is asked to",
            Flawed.destination((right, line) -> new OfDestination(right) {
              @Override
              public void preflight() {
                triesToWrite(line);
                super.preflight();
              }
            }),
            "lookingAheadChangesNothing"),
        flaw(
            "takes a place that is not empty",
            Flawed.destination((right, line) -> new OfDestination(right) {
              @Override
              public void preflight() {
                // Nobody looks.
              }
            }),
            "aPlaceThatIsNotEmptyIsMisuseAndNamed"),
        flaw(
            "does not know what an earlier process created",
            Flawed.destination((right, line) -> new OfDestination(right) {
              @Override
              public void goOnFrom(Earlier earlier) {
                // Whatever is there is somebody else's.
              }
            }),
            "whatAProcessThatDiedBeganIsTakenUpAndClearedAsOnesOwn",
            "aPlaceThatIsGoneCannotBeTakenUp"),
        flaw(
            "says what it created afterwards",
            Flawed.destination((right, line) -> new OfDestination(right) {
              @Override
              public void prepare(List<Item> exported, Consumer<Created> created)
                  throws IOException {
                var all = new ArrayList<Created>();
                super.prepare(exported, all::add);
                all.forEach(created);
              }
            }),
            "whatIsCreatedIsSaidBeforehandWithAWayOut"),
        flaw(
            "writes past the line",
            new OfProtocol() {
              @Override
              public Destination destination(
                  End end, Line line, Selection selection, String drillId) {
                var past = super.destination(end, Line.open("past"), selection, drillId);
                return new OfDestination(super.destination(end, line, selection, drillId)) {
                  @Override
                  public Receipt write(Item item, long announcedBytes, InputStream bytes)
                      throws IOException {
                    return past.write(item, announcedBytes, bytes);
                  }
                };
              }
            },
            "everyWriteAsksTheLine",
            "aLineThatWasCutLetsNoWriteThrough"),
        flaw(
            "takes bytes that broke off",
            Flawed.destination((right, line) -> new OfDestination(right) {
              @Override
              public Receipt write(Item item, long announcedBytes, InputStream bytes)
                  throws IOException {
                var came = whatComes(bytes);
                return super.write(item, came.length, new ByteArrayInputStream(came));
              }
            }),
            "bytesThatBreakOffAreNoItem",
            "partsThatBreakOffAreNoItem"),
        flaw(
            "refuses without a word",
            Flawed.destination((right, line) -> new OfDestination(right) {
              @Override
              public Receipt write(Item item, long announcedBytes, InputStream bytes)
                  throws IOException {
                try {
                  return super.write(item, announcedBytes, bytes);
                } catch (RefusedException refused) {
                  throw new RefusedException("", refused);
                }
              }
            }),
            "anItemTheEndDoesNotTakeIsRefusedInItsWordsAndTheNextGoesOn"),
        flaw(
            "mixes up what it writes for many",
            Flawed.destination((right, line) -> new OfDestination(right) {
              private final AtomicInteger count = new AtomicInteger();

              @Override
              public Receipt write(Item item, long announcedBytes, InputStream bytes)
                  throws IOException {
                // Planting writes more than these, and is left alone.
                return item.id().key().startsWith("many/")
                        && announcedBytes > 0
                        && count.incrementAndGet() > 20
                    ? super.write(item, 1, new ByteArrayInputStream(new byte[1]))
                    : super.write(item, announcedBytes, bytes);
              }
            }),
            "manyMayBeWrittenAtOnce"),
        flaw(
            "gives versions no names",
            Flawed.destination((right, line) -> new OfDestination(right) {
              @Override
              public Receipt write(Item item, long announcedBytes, InputStream bytes)
                  throws IOException {
                return Receipt.with(super.write(item, announcedBytes, bytes).concessions());
              }
            }),
            "versionsArriveInTheirOrderOrOnlyTheNewestIsTaken",
            "oldVersionsAreListedNewestFirstAndReadByTheirNames",
            "aDeleteMarkerArrivesOrIsRefused"),
        flaw(
            "locks what it brings back",
            Flawed.destination((right, line) -> new OfDestination(right) {
              private boolean locked;

              @Override
              public Receipt restore(Item item, InputStream exported) throws IOException {
                locked = true;
                return super.restore(item, exported);
              }

              @Override
              public List<Leftover> clear(Written written) {
                return locked
                    ? List.of(new Leftover("all", "locked", "wait"))
                    : super.clear(written);
              }
            }),
            "whatASourceExportsIsBroughtBackOrConceded"),
        flaw(
            "leaves things behind in silence",
            Flawed.destination((right, line) -> new OfDestination(right) {
              @Override
              public List<Leftover> clear(Written written) {
                super.clear(written);
                return List.of();
              }
            }),
            "clearingRemovesWhatWasWrittenAndNothingElse"),
        flaw(
            "clears nothing",
            Flawed.destination((right, line) -> new OfDestination(right) {
              @Override
              public List<Leftover> clear(Written written) {
                return List.of();
              }
            }),
            "clearingRemovesWhatWasWrittenAndNothingElse",
            "afterClearingNothingIsLeft",
            "anItemThatIsGoneSinceTheListingIsSaidToBe",
            "aPlaceThatWasThereBeforeStays",
            "aPlaceThatIsGoneCannotBeTakenUp",
            "whatAProcessThatDiedBeganIsTakenUpAndClearedAsOnesOwn"));
  }

  /** What the server behind an adapter does to what it takes. */
  private static List<Flaw> ofServers() {
    return List.of(
        flaw(
            "loses a trait in silence",
            keeping((item, trait) -> !trait.equals(ObjectTraits.CONTENT_LANGUAGE)),
            "anItemArrivesWithItsBytesAndTraits",
            "traitsAreReadAsTheyWereWritten"),
        flaw(
            "loses an encoding in silence",
            keeping((item, trait) -> !trait.equals(ObjectTraits.CONTENT_ENCODING)),
            "anItemThatSaysItIsEncodedArrivesAsItIs",
            "traitsAreReadAsTheyWereWritten"),
        flaw(
            "loses tags in silence",
            keeping((item, trait) -> !trait.equals(ObjectTraits.TAGS)),
            "tagsArriveOrAreConceded"),
        flaw(
            "loses expiry in silence",
            keeping((item, trait) -> !trait.equals(ObjectTraits.EXPIRES)),
            "expiryArrivesOrIsConceded"),
        flaw(
            "loses a redirect in silence",
            keeping((item, trait) -> !trait.equals(ObjectTraits.REDIRECT_LOCATION)),
            "aRedirectArrivesOrIsConceded"),
        flaw(
            "loses metadata in silence",
            keeping((item, trait) -> !trait.equals(ObjectTraits.USER_METADATA)),
            "metadataBeyondAsciiArrivesOrIsConceded",
            "anItemArrivesWithItsBytesAndTraits",
            "traitsAreReadAsTheyWereWritten"),
        flaw("trims keys", keys(String::strip), "keysWithBlanksAndSignsArrive"),
        flaw(
            "unescapes keys",
            keys(key -> key.replace("%41", "A").replace("%20", " ")),
            "keysThatLookEscapedArriveAsTheyAre"),
        flaw(
            "normalises keys",
            keys(key -> Normalizer.normalize(key, Normalizer.Form.NFC)),
            "keysInTwoSpellingsOfUnicodeStayTwo"),
        flaw(
            "folds keys",
            keys(key -> key.length() == 4 ? key.toLowerCase(Locale.ROOT) : key),
            "keysOfOtherCaseStayTwo"),
        flaw(
            "drops a slash at the end",
            keys(key -> key.replaceAll("/$", "")),
            "keysThatEndInASlashArrive"),
        flaw(
            "keeps no key beside those under it",
            keys(key -> key.equals("both/under it") ? "both" : key),
            "aKeyAndAKeyUnderItArriveBoth"),
        flaw(
            "drops empty segments",
            keys(key -> key.replaceAll("(?<=.)//+", "/")),
            "keysWithEmptySegmentsArrive"),
        flaw(
            "drops a slash at the beginning",
            keys(key -> key.replaceAll("^/", "")),
            "keysThatBeginWithASlashArrive"),
        flaw(
            "resolves dot segments",
            keys(key -> key.replace("/./", "/").replace("/../", "/")),
            "keysWithDotSegmentsArrive"),
        flaw(
            "cuts long keys",
            keys(key -> key.substring(0, Math.min(255, key.length()))),
            "aKeyOf1024BytesArrives",
            "anItemTheEndDoesNotTakeIsRefusedInItsWordsAndTheNextGoesOn"),
        flaw(
            "keeps nothing of what is empty",
            Flawed.destination((right, line) -> new OfDestination(right) {
              @Override
              public Receipt write(Item item, long announcedBytes, InputStream bytes)
                  throws IOException {
                return item.id().key().equals("empty")
                    ? Receipt.with(List.of())
                    : super.write(item, announcedBytes, bytes);
              }
            }),
            "anEmptyItemArrives",
            "asManyBytesAreReadAsAreAnnounced",
            "bytesAreReadAsTheyAreStoredAndAsManyAsAnnounced",
            "eachItemIsListedOnceWhateverTheNumberOfPages",
            "whatWasWrittenIsListedOnceWhateverTheNumberOfPages",
            "manyMayBeReadAtOnce",
            "manyMayBeReadBackAtOnce"),
        flaw(
            "keeps the first part of many",
            Flawed.destination((right, line) -> new OfDestination(right) {
              @Override
              public Receipt write(Item item, long announcedBytes, InputStream bytes)
                  throws IOException {
                if (announcedBytes < 5_000_000) {
                  return super.write(item, announcedBytes, bytes);
                }
                var all = bytes.readAllBytes();
                return super.write(item, 5_000_000, new ByteArrayInputStream(all, 0, 5_000_000));
              }
            }),
            "anItemOfManyPartsArrives"));
  }

  private static List<Flaw> ofWitnesses() {
    return List.of(
        flaw(
            "reads back by what it wrote with",
            Flawed.witness((right, line) -> new OfReader(right) {
              @Override
              public Reading read(Item listed) throws IOException {
                return OfReading.of(super.read(listed)).by("memory, writer");
              }
            }),
            "theWitnessIsAnotherLibraryThanTheWriter"),
        flaw(
            "lists one page to its witness",
            Flawed.witness((right, line) -> new OfReader(right) {
              @Override
              public void list(Consumer<Item> seen) throws IOException {
                super.list(onePage(seen));
              }
            }),
            "whatWasWrittenIsListedOnceWhateverTheNumberOfPages"),
        flaw(
            "announces another number of bytes to its witness",
            Flawed.witness((right, line) -> new OfReader(right) {
              @Override
              public Reading read(Item listed) throws IOException {
                return OfReading.of(super.read(listed)).announcing(7);
              }
            }),
            "asManyBytesAreReadAsAreAnnounced"),
        flaw(
            "takes what is not there for silence",
            Flawed.witness((right, line) -> new OfReader(right) {
              @Override
              public Reading read(Item listed) throws IOException {
                return silentWhereGone(right, listed);
              }
            }),
            "anItemThatIsNotThereIsSaidToBeGone",
            "everyWriteAsksTheLine",
            "bytesThatBreakOffAreNoItem",
            "partsThatBreakOffAreNoItem",
            "clearingRemovesWhatWasWrittenAndNothingElse",
            "aLineThatWasCutLetsNoWriteThrough"),
        flaw(
            "writes while its witness reads",
            Flawed.witness((right, line) -> new OfReader(right) {
              @Override
              public void list(Consumer<Item> seen) throws IOException {
                triesToWrite(line);
                super.list(seen);
              }
            }),
            "theWitnessReadsWithoutWriting"),
        flaw(
            "lets its witness read past the line",
            new OfProtocol() {
              @Override
              public Destination destination(
                  End end, Line line, Selection selection, String drillId) {
                var past = super.destination(end, Line.open("past"), selection, drillId);
                return new OfDestination(super.destination(end, line, selection, drillId)) {
                  @Override
                  public Reader witness() {
                    return past.witness();
                  }
                };
              }
            },
            "theWitnessReadsNothingOnceTheLineIsCut",
            "theWitnessReadsWithoutWriting"),
        flaw(
            "names the bucket as the destination does",
            Flawed.witness((right, line) -> new OfReader(right) {
              @Override
              public void list(Consumer<Item> seen) throws IOException {
                super.list(item -> seen.accept(
                    item.id().kind().equals("bucket")
                        ? item.as(ItemId.of("bucket", "as it is called here"))
                        : item));
              }
            }),
            "itemsAreNamedAsAtTheSource"),
        flaw(
            "does not look at a configuration",
            Flawed.witness((right, line) -> new OfReader(right) {
              @Override
              public Reading read(Item listed) throws IOException {
                var reading = OfReading.of(super.read(listed));
                var traits = new TreeMap<Trait, Value>(reading.item().traits());
                traits.remove(BucketTraits.POLICY);
                return reading.with(new Item(reading.item().id(), traits));
              }
            }),
            "whatLeavesAsAnExportIsReadBack"),
        flaw(
            "keeps a connection with every reading of its witness",
            Flawed.witness((right, line) -> new OfReader(right) {
              private final Semaphore connections = new Semaphore(100);

              @Override
              public Reading read(Item listed) throws IOException {
                take(connections);
                return super.read(listed);
              }
            }),
            "aWitnessReadingMayBeClosedHalfReadAgainAndAgain"),
        flaw(
            "mixes up what its witness reads for many",
            Flawed.witness((right, line) -> new OfReader(right) {
              private final AtomicInteger count = new AtomicInteger();

              @Override
              public Reading read(Item listed) throws IOException {
                var reading = OfReading.of(super.read(listed));
                return count.incrementAndGet() == 50
                    ? reading.with(new ByteArrayInputStream(new byte[9]))
                    : reading;
              }
            }),
            "manyMayBeReadBackAtOnce",
            "manyMayBeWrittenAtOnce"));
  }

  /** Whether or not the line lets it. */
  private static void triesToWrite(Line line) {
    try {
      line.cross("Put", false);
    } catch (LineException refused) {
      assertThat(line.violations()).isNotEmpty();
    }
  }

  private static Consumer<Item> onePage(Consumer<Item> seen) {
    var count = new AtomicInteger();
    return item -> {
      if (count.incrementAndGet() <= 1000) {
        seen.accept(item);
      }
    };
  }

  private static Reading silentWhereGone(Reader right, Item listed) throws IOException {
    try {
      return right.read(listed);
    } catch (ChangedException gone) {
      throw new IOException("nobody answers", gone);
    }
  }

  /** Nobody gives one back. */
  private static void take(Semaphore connections) throws IOException {
    if (!connections.tryAcquire()) {
      throw new IOException("no connection was left");
    }
  }

  /** Whether a server keeps a trait of an item. */
  private interface Keeps {
    boolean keeps(Item item, Trait trait);
  }

  private static Protocol keeping(Keeps keeps) {
    return Flawed.destination((right, line) -> new OfDestination(right) {
      @Override
      public Receipt write(Item item, long announcedBytes, InputStream bytes) throws IOException {
        var traits = new TreeMap<Trait, Value>(item.traits());
        traits.keySet().removeIf(trait -> !keeps.keeps(item, trait));
        return super.write(new Item(item.id(), traits), announcedBytes, bytes);
      }
    });
  }

  private static Protocol keys(UnaryOperator<String> kept) {
    return Flawed.destination((right, line) -> new OfDestination(right) {
      @Override
      public Receipt write(Item item, long announcedBytes, InputStream bytes) throws IOException {
        var id = item.id();
        return super.write(
            item.as(new ItemId(id.kind(), kept.apply(id.key()), id.version())),
            announcedBytes,
            bytes);
      }
    });
  }

  /** What a reading becomes. */
  private interface Turned {
    Reading of(OfReading right) throws IOException;
  }

  private static Protocol reading(Turned turned) {
    return Flawed.source((right, end, line, selection) -> new OfSource(right) {
      @Override
      public Reading read(Item listed) throws IOException {
        return turned.of(OfReading.of(super.read(listed)));
      }
    });
  }

  private static Item folded(Item item) {
    if (!(item.value(ObjectTraits.USER_METADATA) instanceof Value.Entries some)) {
      return item;
    }
    var folded = new TreeMap<String, String>();
    some.entries().forEach((name, value) -> folded.put(name, value.toLowerCase(Locale.ROOT)));
    return item.with(ObjectTraits.USER_METADATA, Value.entries(folded));
  }

  private static byte[] allButOne(InputStream bytes) throws IOException {
    var all = bytes.readAllBytes();
    return all.length == 0 ? all : Arrays.copyOf(all, all.length - 1);
  }

  private static byte[] whatComes(InputStream bytes) {
    var came = new ByteArrayOutputStream();
    try {
      bytes.transferTo(came);
    } catch (IOException broke) {
      return came.toByteArray();
    }
    return came.toByteArray();
  }

  private static void backwards(Reader right, Consumer<Item> seen) throws IOException {
    var all = new ArrayList<Item>();
    right.list(all::add);
    Collections.reverse(all);
    all.forEach(seen);
  }
}
