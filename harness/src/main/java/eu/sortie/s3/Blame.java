package eu.sortie.s3;

import eu.sortie.inventory.Item;
import eu.sortie.inventory.Trait;
import eu.sortie.inventory.Value;
import eu.sortie.scenario.ObjectTraits;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * Which of the lesser traits of an item a refusal is about.
 *
 * <p>Ends say it in their words, more often than not. Where they do not, single traits are left out first, then two at once and so on:
 * whatever is left out in the end had to be, and nothing else goes with it.
 */
final class Blame {

  /** What may be left out so that the rest can be written, in the order in which it is tried. */
  static final List<Trait> LESSER = List.of(
      ObjectTraits.TAGS,
      ObjectTraits.STORAGE_CLASS,
      ObjectTraits.REDIRECT_LOCATION,
      ObjectTraits.ENCRYPTION,
      ObjectTraits.CHECKSUMS,
      ObjectTraits.ACL,
      ObjectTraits.RETENTION,
      ObjectTraits.LEGAL_HOLD);

  /** Writing these takes rights of their own, so a refusal over rights may be about them alone. */
  private static final Set<Trait> BY_RIGHT =
      Set.of(ObjectTraits.ACL, ObjectTraits.RETENTION, ObjectTraits.LEGAL_HOLD);

  private static final Pattern NOTHING = Pattern.compile("(?!)");
  private static final Pattern FOR_GOOD = Pattern.compile(
      "^501 |AccessControlListNotSupported|missing object ?lock", Pattern.CASE_INSENSITIVE);

  private static final Map<Trait, Pattern> WORDS = words();

  private final List<Trait> candidates;
  private final Map<Trait, String> out;
  private List<Set<Trait>> tries = List.of();
  private int tried;
  private String refusal = "";

  /**
   * Begins with what is known to be refused.
   *
   * @param out traits that are left out in any case, each with the words why
   */
  Blame(Item item, Map<Trait, String> out) {
    this.out = new LinkedHashMap<>(out);
    this.candidates =
        new ArrayList<>(LESSER.stream().filter(trait -> has(item, trait)).toList());
  }

  /** Whether a refusal is about the end or the bucket, and not about this item alone. */
  static boolean isForGood(String words) {
    return FOR_GOOD.matcher(words).find();
  }

  static boolean has(Item item, Trait trait) {
    var value = item.value(trait);
    return value instanceof Value.Entries
        || (value instanceof Value.Text text && !text.text().equals("STANDARD"));
  }

  /** What is left out of the next attempt, each with the words why. */
  Map<Trait, String> out() {
    var all = new LinkedHashMap<>(out);
    if (tried > 0) {
      tries.get(tried - 1).forEach(trait -> all.put(trait, refusal));
    }
    return all;
  }

  /** Takes a refusal in; says whether there is anything left to try. */
  boolean refused(S3Exception answer) {
    var words = S3Fault.words(answer);
    if (tried > 0 && !words.equals(refusal)) {
      // Leaving those out helped: now it is about something else.
      out.putAll(out());
      forget();
    }
    var suspects = suspects(answer);
    var named = suspects.stream().filter(trait -> names(answer, trait)).toList();
    if (tried == 0 && !named.isEmpty()) {
      out.put(named.get(0), words);
      return true;
    }
    if (tried == 0) {
      refusal = words;
      tries = subsets(suspects);
    }
    tried++;
    return tried <= tries.size();
  }

  private void forget() {
    tries = List.of();
    tried = 0;
  }

  private List<Trait> suspects(S3Exception answer) {
    return candidates.stream()
        .filter(trait -> !out.containsKey(trait))
        .filter(trait -> switch (answer.statusCode()) {
          case 400, 501 -> true;
          case 403 -> BY_RIGHT.contains(trait) && S3Fault.code(answer).equals("AccessDenied");
          default -> false;
        })
        .toList();
  }

  private static boolean names(S3Exception answer, Trait trait) {
    var words = S3Fault.words(answer).toLowerCase(Locale.ROOT);
    return WORDS.getOrDefault(trait, NOTHING).matcher(words).find();
  }

  /** All of them but none, the small ones first. */
  private static List<Set<Trait>> subsets(List<Trait> traits) {
    var subsets = new ArrayList<Set<Trait>>();
    for (int size = 1; size <= traits.size(); size++) {
      for (int mask = 1; mask < 1 << traits.size(); mask++) {
        if (Integer.bitCount(mask) == size) {
          subsets.add(chosen(traits, mask));
        }
      }
    }
    return subsets;
  }

  private static Set<Trait> chosen(List<Trait> traits, int mask) {
    var chosen = new LinkedHashSet<Trait>();
    for (int i = 0; i < traits.size(); i++) {
      if ((mask >> i & 1) == 1) {
        chosen.add(traits.get(i));
      }
    }
    return chosen;
  }

  private static Map<Trait, Pattern> words() {
    var words = new LinkedHashMap<Trait, Pattern>();
    words.put(ObjectTraits.TAGS, Pattern.compile("\\btag|invalidtag"));
    words.put(ObjectTraits.STORAGE_CLASS, Pattern.compile("storage.?class"));
    words.put(ObjectTraits.REDIRECT_LOCATION, Pattern.compile("redirect"));
    words.put(ObjectTraits.ENCRYPTION, Pattern.compile("encrypt|\\bkms|\\bsse\\b"));
    words.put(ObjectTraits.CHECKSUMS, Pattern.compile("checksum"));
    words.put(
        ObjectTraits.ACL, Pattern.compile("accesscontrollist|\\bacls?\\b|grant|access control"));
    words.put(ObjectTraits.RETENTION, Pattern.compile("retain|retention|object.?lock"));
    words.put(ObjectTraits.LEGAL_HOLD, Pattern.compile("legal.?hold|object.?lock"));
    return words;
  }
}
