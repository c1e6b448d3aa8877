package eu.sortie.s3.bucket;

import static eu.sortie.scenario.BucketTraits.ACCELERATION;
import static eu.sortie.scenario.BucketTraits.ANALYTICS;
import static eu.sortie.scenario.BucketTraits.BUCKET_ACL;
import static eu.sortie.scenario.BucketTraits.BUCKET_TAGS;
import static eu.sortie.scenario.BucketTraits.CORS;
import static eu.sortie.scenario.BucketTraits.DEFAULT_ENCRYPTION;
import static eu.sortie.scenario.BucketTraits.INVENTORY;
import static eu.sortie.scenario.BucketTraits.LIFECYCLE;
import static eu.sortie.scenario.BucketTraits.LOGGING;
import static eu.sortie.scenario.BucketTraits.NOTIFICATIONS;
import static eu.sortie.scenario.BucketTraits.OBJECT_LOCK;
import static eu.sortie.scenario.BucketTraits.OWNERSHIP_CONTROLS;
import static eu.sortie.scenario.BucketTraits.POLICY;
import static eu.sortie.scenario.BucketTraits.PUBLIC_ACCESS_BLOCK;
import static eu.sortie.scenario.BucketTraits.REPLICATION;
import static eu.sortie.scenario.BucketTraits.REQUEST_PAYMENT;
import static eu.sortie.scenario.BucketTraits.VERSIONING;
import static eu.sortie.scenario.BucketTraits.WEBSITE;

import eu.sortie.inventory.Cause;
import eu.sortie.inventory.Concession;
import eu.sortie.inventory.Trait;
import eu.sortie.inventory.Value;
import eu.sortie.s3.bucket.BucketCalls.Request;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Brings a bucket's configurations back from the export alone, as far as the end takes them.
 *
 * <p>Each is looked at first, and put only where the end knows it and has something else. A server that does not know a subresource
 * overlooks it: MinIO took {@code DELETE ?publicAccessBlock} for a deletion of the bucket, and S3Mock takes {@code PUT ?cors} for its
 * creation. So nothing is put on an end that did not answer with its own document or its own code for none, and nothing is ever deleted.
 */
public final class BucketRestore {

  /**
   * What has to be there before what: who owns objects before the list of who may, that before the block of public access, the policy
   * last of all, for it may lock out whoever restores.
   */
  private static final List<Trait> ORDER = List.of(
      BUCKET_TAGS,
      DEFAULT_ENCRYPTION,
      CORS,
      WEBSITE,
      LIFECYCLE,
      REQUEST_PAYMENT,
      ACCELERATION,
      LOGGING,
      NOTIFICATIONS,
      REPLICATION,
      INVENTORY,
      ANALYTICS,
      OBJECT_LOCK,
      OWNERSHIP_CONTROLS,
      BUCKET_ACL,
      PUBLIC_ACCESS_BLOCK,
      VERSIONING,
      POLICY);

  private final Export export;
  private final BucketCalls calls;
  private final String bucket;
  private final Looking looking;
  private final List<Concession> concessions = new ArrayList<>();

  private BucketRestore(Export export, BucketCalls calls, String bucket) {
    this.export = export;
    this.calls = calls;
    this.bucket = bucket;
    this.looking = new Looking(calls);
  }

  /**
   * Brings a bucket back.
   *
   * @param json what {@link BucketItem#exported()} gave at the source
   * @param calls to the destination
   * @param bucket its name at the destination, where it is already
   * @return what had to be left out
   * @throws IOException where the end could not be asked, or the export is none
   */
  public static List<Concession> restore(InputStream json, BucketCalls calls, String bucket)
      throws IOException {
    var restore = new BucketRestore(Export.read(json), calls, bucket);
    restore.run();
    return List.copyOf(restore.concessions);
  }

  /**
   * Takes the policy away again, where there is one, so that it locks out nobody who clears the bucket.
   *
   * @throws IOException where the end could not be asked
   */
  public static void unlock(BucketCalls calls) throws IOException {
    var policy = configuration(POLICY);
    if (new Looking(calls).at(policy) instanceof Look.Has) {
      calls.call(new Request("DELETE", Put.query(policy), Map.of(), ""));
    }
  }

  private void run() throws IOException {
    openToPublicGrants();
    for (var trait : ORDER) {
      restore(configuration(trait));
    }
  }

  /** New buckets of AWS refuse public grants; where the source's did not, that has to go first. */
  private void openToPublicGrants() throws IOException {
    var block = configuration(PUBLIC_ACCESS_BLOCK);
    var there = Seen.of(block, looking.at(block), bucket);
    if (there.value() instanceof Value.Entries && !wanted(block).value().equals(there.value())) {
      calls.call(Put.xml(block, block.root(), Neutral.PUBLIC_ACCESS_BLOCK));
    }
  }

  private void restore(Configuration configuration) throws IOException {
    var wanted = wanted(configuration);
    if (wanted.value() instanceof Value.Unknown unknown) {
      concede(configuration, Cause.SOURCE, unknown.because());
      return;
    }
    var look = looking.at(configuration);
    var there = Seen.of(configuration, look, bucket);
    if (there.traits().equals(withOwnerOf(there, wanted))) {
      return;
    }
    if (look instanceof Look.NotImplemented no) {
      if (!(wanted.value() instanceof Value.Absent)) {
        concede(configuration, Cause.DESTINATION, no.words());
      }
      return;
    }
    put(configuration, wanted, there);
  }

  private void put(Configuration configuration, Seen wanted, Seen there) throws IOException {
    var plan = new Plan(configuration, export.bucket(), bucket).of(wanted, there);
    var cause = wanted.value() instanceof Value.Absent ? Cause.DESTINATION : Cause.TOOL;
    plan.leftOut().ifPresent(because -> concede(configuration, cause, because));
    for (var request : plan.requests()) {
      var answer = calls.call(request);
      if (!answer.isFine()) {
        concede(configuration, Cause.DESTINATION, Refusal.of(answer).words());
        return;
      }
    }
  }

  private Seen wanted(Configuration configuration) {
    return Seen.of(configuration, export.look(configuration), export.bucket());
  }

  /** Every end has its own owner, so that is no difference. */
  private static Map<Trait, Value> withOwnerOf(Seen there, Seen wanted) {
    var traits = new LinkedHashMap<>(wanted.traits());
    traits.replaceAll((trait, value) ->
        trait.comparedByDefault() ? value : there.traits().getOrDefault(trait, value));
    return traits;
  }

  private void concede(Configuration configuration, Cause cause, String because) {
    configuration.traits().stream()
        .filter(Trait::comparedByDefault)
        .forEach(trait -> concessions.add(new Concession(trait, cause, because)));
  }

  private static Configuration configuration(Trait trait) {
    return Configuration.ALL.stream()
        .filter(one -> one.traits().get(0).equals(trait))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no configuration shows " + trait));
  }
}
