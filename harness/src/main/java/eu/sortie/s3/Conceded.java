package eu.sortie.s3;

import eu.sortie.inventory.Cause;
import eu.sortie.inventory.Concession;
import eu.sortie.inventory.Item;
import eu.sortie.inventory.Trait;
import eu.sortie.inventory.Value;
import eu.sortie.scenario.ObjectTraits;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What an object was written without: what the end refused, and what we had no way to send. */
final class Conceded {

  private static final String KEY =
      "a key of the source is none of the destination: only the mode of encryption is sent";

  private Conceded() {}

  static List<Concession> of(
      Item item, PartsPlan plan, Optional<Checksum> sent, Map<Trait, String> refused) {
    var concessions = new ArrayList<Concession>();
    refused.forEach((trait, words) -> {
      concessions.add(new Concession(trait, Cause.DESTINATION, words));
      if (trait.equals(ObjectTraits.ACL) && Blame.has(item, ObjectTraits.EXPOSURE)) {
        concessions.add(new Concession(ObjectTraits.EXPOSURE, Cause.DESTINATION, words));
      }
    });
    notSent(item, plan, sent).forEach((trait, words) -> {
      if (!refused.containsKey(trait)) {
        concessions.add(new Concession(trait, Cause.TOOL, words));
      }
    });
    return List.copyOf(concessions);
  }

  private static Map<Trait, String> notSent(Item item, PartsPlan plan, Optional<Checksum> sent) {
    var notSent = new TreeMap<Trait, String>();
    if (Grants.holdsAccounts(item.value(ObjectTraits.ACL))) {
      notSent.put(ObjectTraits.ACL, Grants.NOT_SENT);
    }
    if (item.value(ObjectTraits.ENCRYPTION) instanceof Value.Entries encryption
        && encryption.entries().containsKey("key")) {
      notSent.put(ObjectTraits.ENCRYPTION, KEY);
    }
    if (Blame.has(item, ObjectTraits.CHECKSUMS) && sent.isEmpty()) {
      notSent.put(ObjectTraits.CHECKSUMS, Checksum.NOT_CARRIED);
    }
    if (!plan.kept()) {
      notSent.put(ObjectTraits.PARTS, PartsPlan.TOO_LARGE);
    }
    return notSent;
  }
}
