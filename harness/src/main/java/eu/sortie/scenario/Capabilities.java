package eu.sortie.scenario;

import eu.sortie.inventory.Change;
import eu.sortie.inventory.Loss;
import eu.sortie.inventory.Trait;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What a destination says it does not keep; a loss foretold here is expected, any other is a surprise.
 *
 * @param name by which an environment file asks for them; empty for those of no file
 * @param of whose they are, with version and date
 * @param statements what it says of each subject it says something of
 * @param keysNot the keys it says it does not keep as they are
 * @param classes the storage class an object reads back with, by the class it was written with
 * @param limits how much it takes, by the name of the limit
 */
public record Capabilities(
    String name,
    String of,
    SortedMap<Subject, Statement> statements,
    List<KeyRule> keysNot,
    SortedMap<String, String> classes,
    SortedMap<String, Limit> limits) {

  /** Nothing is foretold, so every loss is a surprise. */
  public static final Capabilities UNSTATED = new Capabilities("nothing stated", Map.of());

  private static final String STORAGE_CLASS = "storage-class";
  private static final String VERSION_TIME = "version-time";
  private static final String INSTANT_OF_WRITING =
      "S3 gives each version the instant at which it is written, whatever it is told";

  public Capabilities {
    statements = Collections.unmodifiableSortedMap(new TreeMap<>(statements));
    keysNot = List.copyOf(keysNot);
    classes = Collections.unmodifiableSortedMap(new TreeMap<>(classes));
    limits = Collections.unmodifiableSortedMap(new TreeMap<>(limits));
  }

  /** Capabilities that hold for every key alike. */
  public Capabilities(String of, Map<Trait, String> keepsNot) {
    this(of, keepsNot, List.of());
  }

  /** Traits of objects and keys that are not kept, each with its reason. */
  public Capabilities(String of, Map<Trait, String> keepsNot, List<KeyRule> keysNot) {
    this("", of, against(keepsNot), keysNot, new TreeMap<>(), new TreeMap<>());
  }

  private static SortedMap<Subject, Statement> against(Map<Trait, String> keepsNot) {
    var statements = new TreeMap<Subject, Statement>();
    keepsNot.forEach(
        (trait, because) -> statements.put(Subject.ofObjects(trait), Statement.keepsNot(because)));
    return statements;
  }

  /** What is said of a subject. */
  public Statement statement(Subject subject) {
    return statements.getOrDefault(subject, Statement.NONE);
  }

  /** The reason a loss was foretold, empty for a surprise. */
  public Optional<String> foretells(Loss loss) {
    // What came from nowhere has a key of its own making: no rule about the source's keys foretells
    // it.
    if (loss instanceof Loss.Unexpected) {
      return Optional.empty();
    }
    var stated = loss instanceof Loss.Altered altered ? ofTrait(altered) : ofItem(loss);
    return stated.or(() -> keysNot.stream()
        .filter(rule -> rule.meets(loss.id().key()))
        .findFirst()
        .map(KeyRule::because));
  }

  private Optional<String> ofTrait(Loss.Altered loss) {
    var trait = loss.trait().name();
    if (trait.equals(VERSION_TIME) && loss.change() == Change.ALTERED) {
      return Optional.of(INSTANT_OF_WRITING);
    }
    var statement = statement(new Subject(loss.id().kind(), trait));
    if (trait.equals(STORAGE_CLASS) && classes.containsKey(loss.was())) {
      // Of a class it names it says what becomes of it: any other is a surprise.
      return loss.became().equals(classes.get(loss.was()))
          ? Optional.of(statement.with("it keeps %s as %s".formatted(loss.was(), loss.became())))
          : Optional.empty();
    }
    // Who says that it has none of a thing has not said that it makes some up.
    return statement.status() == Status.UNSUPPORTED && loss.change() == Change.ADDED
        ? Optional.empty()
        : statement.foretells();
  }

  private Optional<String> ofItem(Loss loss) {
    var id = loss.id();
    return statement(new Subject(id.kind(), Allowance.ITEM))
        .foretells()
        .or(() -> id.version().isEmpty()
            ? Optional.empty()
            : statement(new Subject(id.kind(), Subject.VERSIONS)).foretells());
  }

  /**
   * Keys that are not kept as they are: whatever is lost on them was foretold.
   *
   * @param pattern a regular expression that is found in such a key
   * @param because why
   */
  public record KeyRule(String pattern, String because) {

    public KeyRule {
      Pattern.compile(pattern);
    }

    boolean meets(String key) {
      return Pattern.compile(pattern, Pattern.DOTALL).matcher(key).find();
    }
  }
}
