package eu.sortie.scenario;

import eu.sortie.inventory.Item;
import eu.sortie.inventory.Trait;
import eu.sortie.inventory.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Finds what only means something at the source: ARNs, accounts, VPC endpoints, keys of its key service, its host names, its regions.
 *
 * <p>Such a reference may arrive letter by letter and still point at nothing, so no comparison of two inventories can see it. Only
 * texts of an unmistakable form are found: a number of twelve digits is an account only where the word before it says so. Traits that are
 * recorded only are not looked at, for an owner's id is the end's own by nature.
 */
public final class SourceReferences {

  /** Traits in which an entry {@code key} names a key of the provider's key service, whatever its form. */
  private static final Set<String> ENCRYPTIONS = Set.of("encryption", "default-encryption");

  private static final List<Sort> SORTS = List.of(Sort.values());

  private static final String DOMAIN = "amazonaws.com";

  private SourceReferences() {}

  /** What sort of reference it is; of two that overlap the earlier one counts. */
  public enum Sort {
    /** A location as the provider's tools write it. */
    S3_URI(
        holds("://"),
        "(?<![A-Za-z0-9])s3[an]?://[A-Za-z0-9][A-Za-z0-9._-]+(?:/[^\\s\"'<>,;|\\\\{}]*)?"),
    /** An address at the provider. */
    URL(
        holds(DOMAIN),
        "(?<![A-Za-z0-9.-])(?:"
            + "https?://(?:[A-Za-z0-9_-]+\\.)+amazonaws\\.com(?:\\.cn)?(?![A-Za-z0-9-])(?:[:/?][^\\s\"'<>,;|\\\\{}]*)?"
            + "|(?:[A-Za-z0-9_-]+\\.)+amazonaws\\.com(?:\\.cn)?[:/][^\\s\"'<>,;|\\\\{}]*"
            + "|(?:[A-Za-z0-9_-]+\\.){3,}amazonaws\\.com(?:\\.cn)?(?![A-Za-z0-9-]))"),
    /** An Amazon resource name, whatever the partition. */
    ARN(
        holds("arn:aws"),
        "(?<![A-Za-z0-9])arn:aws(?:-[a-z]+)*:[a-z0-9-]*:[a-z0-9-]*:[0-9]*:[^\\s\"',;<>|\\\\{}]+"),
    /** A service of the provider as somebody who acts. */
    SERVICE(
        holds(DOMAIN),
        "(?<![A-Za-z0-9./:@-])[a-z0-9-]+(?:\\.[a-z0-9-]+)?\\.amazonaws\\.com(?:\\.cn)?(?![A-Za-z0-9-])"),
    /** A VPC, or an endpoint in one. */
    VPC(holds("vpc"), "(?<![A-Za-z0-9-])vpce?-(?:[0-9a-f]{17}|[0-9a-f]{8})(?![A-Za-z0-9-])"),
    /** A name in the provider's own name space: a condition key, or a tag that it sets. */
    PROVIDER_NAME(holds("aws:"), "(?<![A-Za-z0-9:/._-])aws:(?!kms\\b)[A-Za-z][A-Za-z0-9:/_-]*"),
    /** An account of twelve digits that is named as one. */
    ACCOUNT(
        text -> longestRun(text, one -> one >= '0' && one <= '9') >= 12,
        "(?<![A-Za-z])(?i:[a-z:]*account(?:[ _-]?(?:id|number))?|aws)[\"'{:=\\s,(\\[]{1,4}([0-9]{12})(?![0-9A-Za-z])"),
    /** A canonical user of S3 that is named as one. */
    CANONICAL_USER(
        text -> text.length() > 64 && longestRun(text, Sort::isHex) >= 64,
        "(?<![A-Za-z])(?i:user|canonical(?:[ _-]?(?:user|id))?|id|owner)[\"'{:=\\s,(\\[]{1,4}([0-9a-f]{64})(?![0-9A-Za-z])"),
    /** A key of the provider's key service. */
    KEY(
        text -> text.contains("alias/aws/") || text.contains("mrk-"),
        "(?<![A-Za-z0-9/:_-])(?:alias/aws/[a-z0-9-]+|mrk-[0-9a-f]{32})(?![A-Za-z0-9-])"),
    /** Where a machine or a container asks who it is and what it may do; a metadata service, but not of the source, may be there too. */
    METADATA_ADDRESS(
        text -> text.contains("169.254.") || text.contains("fd00:ec2::"),
        "(?<![0-9.])169\\.254\\.(?:169\\.254|170\\.23?)(?!\\.?[0-9])"
            + "|(?<![0-9A-Za-z:])fd00:ec2::(?:254|23)(?![0-9A-Za-z:])"),
    /** A file system of the provider, or a way into one. */
    FILE_SYSTEM(text -> text.contains("fs-") || text.contains("fsap-"), id("fs|fsap")),
    /** A volume of the provider, or a snapshot of one. */
    VOLUME(text -> text.contains("vol-") || text.contains("snap-"), id("vol|snap")),
    /** A part of a network of the provider. */
    NETWORK(
        text -> text.contains("subnet-") || text.contains("sg-") || text.contains("eni-"),
        id("subnet|sg|eni")),
    /** A load balancer, or a group of its targets, by the name that the provider or its controller gives it. */
    LOAD_BALANCER(
        text -> text.contains("k8s-")
            || (text.indexOf('/') >= 0 && longestRun(text, Sort::isHex) >= 16),
        "(?<![A-Za-z0-9./_-])(?:k8s-[a-z0-9]{1,8}-[a-z0-9]{1,8}-[0-9a-f]{10}"
            + "|(?:loadbalancer/)?(?:app|net|gwy|targetgroup)/[A-Za-z0-9-]{1,32}/[0-9a-f]{16})(?![A-Za-z0-9_-])"),
    /** A region or a zone of the provider that stands alone: as a part of a longer name it may be anybody's. */
    REGION(
        Sort::mayBeRegion,
        "(?<![A-Za-z0-9./_@-])(?:"
            + "(?:af-south-1|ap-east-[12]|ap-northeast-[123]|ap-south-[12]|ap-southeast-[1-7]|ca-central-1|ca-west-1"
            + "|cn-north-1|cn-northwest-1|eu-central-[12]|eu-north-1|eu-south-[12]|eu-west-[123]|eusc-de-east-1|il-central-1"
            + "|me-central-1|me-south-1|mx-central-1|sa-east-1|us-east-[12]|us-west-[12]|us-gov-(?:east|west)-1)"
            + "(?:[a-f]|-[a-z]{3}-[0-9][a-f])?"
            + "|(?:af|ap|ca|eu|il|me|mx|sa|us)(?:ne|se|[censw])[1-7]-az[0-9])(?!\\.?[A-Za-z0-9/_@-])");

    @SuppressWarnings("ImmutableEnumChecker") // None of them keeps anything.
    private final Predicate<String> mayBeIn;

    private final Pattern pattern;

    Sort(Predicate<String> mayBeIn, String pattern) {
      this.mayBeIn = mayBeIn;
      this.pattern = Pattern.compile(pattern);
    }

    /** A quick look, for hardly any text of an estate holds a reference. */
    boolean mayBeIn(String text) {
      return mayBeIn.test(text);
    }

    /** Whether the whole look finds one. */
    boolean isIn(String text) {
      return pattern.matcher(text).find();
    }

    private static Predicate<String> holds(String part) {
      return text -> text.contains(part);
    }

    /** An id as the provider makes them up; a short one that is all digits may as well be a date. */
    private static String id(String of) {
      return "(?<![A-Za-z0-9-])(?:" + of
          + ")-(?:[0-9a-f]{17}|(?![0-9]{8}(?![0-9a-f]))[0-9a-f]{8})(?![A-Za-z0-9-])";
    }

    private static boolean isHex(int one) {
      return Character.digit(one, 16) >= 0;
    }

    /** Whether there is a digit with what stands before it in the name of a region or a zone. */
    private static boolean mayBeRegion(String text) {
      for (int dash = text.indexOf('-'); dash >= 0; dash = text.indexOf('-', dash + 1)) {
        if (text.startsWith("-az", dash)
            || (dash > 3 && isDigit(text, dash + 1) && isEndOfDirection(text.charAt(dash - 1)))) {
          return true;
        }
      }
      return false;
    }

    private static boolean isDigit(String text, int at) {
      return at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }

    /** As in east and west, north and south, central. */
    private static boolean isEndOfDirection(char last) {
      return last == 't' || last == 'h' || last == 'l';
    }

    private static int longestRun(String text, IntPredicate of) {
      int longest = 0;
      int run = 0;
      for (int i = 0; i < text.length(); i++) {
        run = of.test(text.charAt(i)) ? run + 1 : 0;
        longest = Math.max(longest, run);
      }
      return longest;
    }
  }

  /**
   * One reference.
   *
   * @param sort what sort it is
   * @param text the reference as it stands there
   * @param trait where it is
   * @param entry in which entry of the trait; empty where the trait is one text
   */
  public record Reference(Sort sort, String text, Trait trait, String entry) {

    /** In words. */
    @Override
    public String toString() {
      return "%s in %s%s".formatted(text, trait, entry.isEmpty() ? "" : " '" + entry + "'");
    }
  }

  /** The references of an item, by trait and place, each place and text once. */
  public static List<Reference> in(Item item) {
    var found = new TreeMap<Trait, List<Reference>>();
    item.traits().forEach((trait, value) -> {
      if (trait.comparedByDefault()) {
        found.put(trait, in(trait, value));
      } else if (trait.equals(ResourceTraits.HIDDEN_REFERENCES)) {
        found.put(trait, hidden(trait, value));
      }
    });
    return found.values().stream().flatMap(List::stream).distinct().toList();
  }

  /** Whoever could read the secret has looked, and told no more than what sort of reference is where. */
  private static List<Reference> hidden(Trait trait, Value value) {
    return value instanceof Value.Entries some
        ? some.entries().entrySet().stream()
            .map(one ->
                new Reference(Sort.valueOf(one.getValue()), "(in a secret)", trait, one.getKey()))
            .toList()
        : List.of();
  }

  /** The sorts of references in a text that nobody else may see. */
  public static Set<Sort> sortsIn(String name, String text) {
    var sorts = EnumSet.noneOf(Sort.class);
    find(ResourceTraits.HIDDEN_REFERENCES, name, name + " = " + text)
        .forEach(one -> sorts.add(one.sort()));
    return sorts;
  }

  private static List<Reference> in(Trait trait, Value value) {
    if (value instanceof Value.Text text) {
      return find(trait, "", text.text());
    }
    var found = new ArrayList<Reference>();
    if (value instanceof Value.Entries some) {
      some.entries().forEach((name, text) -> {
        if (ENCRYPTIONS.contains(trait.name()) && name.equals("key")) {
          found.add(new Reference(Sort.KEY, text, trait, name));
        } else {
          // The name may be what says that a number is an account.
          found.addAll(find(trait, name, name + " = " + text));
        }
      });
    }
    return found;
  }

  private static List<Reference> find(Trait trait, String entry, String text) {
    var found = new ArrayList<Reference>();
    var rest = text.toCharArray();
    for (var sort : SORTS) {
      if (!sort.mayBeIn(text)) {
        continue;
      }
      var matcher = sort.pattern.matcher(new String(rest));
      while (matcher.find()) {
        var group = matcher.groupCount() > 0 ? 1 : 0;
        found.add(new Reference(sort, matcher.group(group), trait, entry));
        // What is found is not found again as part of something else.
        Arrays.fill(rest, matcher.start(group), matcher.end(group), '\0');
      }
    }
    return found;
  }
}
