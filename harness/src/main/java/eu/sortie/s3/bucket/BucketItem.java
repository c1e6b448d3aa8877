package eu.sortie.s3.bucket;

import eu.sortie.inventory.Item;
import eu.sortie.inventory.ItemId;
import eu.sortie.inventory.Trait;
import eu.sortie.inventory.Value;
import eu.sortie.scenario.BucketTraits;
import eu.sortie.spi.RefusedException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * A bucket as it was seen: what its configurations mean, and the documents themselves for the export.
 *
 * @param traits a value for each trait of {@link BucketTraits#BUCKET}
 * @param notImplemented the end's own words, by trait, where it does not know a configuration at all; its value is absent
 * @param json what {@link BucketRestore} brings the bucket back from; the same for the same bucket
 */
public record BucketItem(Map<Trait, Value> traits, Map<Trait, String> notImplemented, String json) {

  public BucketItem {
    traits = Collections.unmodifiableMap(new LinkedHashMap<>(traits));
    notImplemented = Collections.unmodifiableMap(new TreeMap<>(notImplemented));
  }

  /**
   * Reads a bucket, one call for each configuration.
   *
   * @param bucket its name at that end, which its policy may name
   * @throws RefusedException where there is no such bucket
   * @throws IOException where the end could not be asked
   */
  public static BucketItem read(BucketCalls calls, String bucket) throws IOException {
    var looking = new Looking(calls);
    var all = new ArrayList<Seen>();
    for (var configuration : Configuration.ALL) {
      all.add(Seen.of(configuration, looking.at(configuration), bucket));
    }
    var traits = new LinkedHashMap<Trait, Value>();
    var notImplemented = new TreeMap<Trait, String>();
    for (var seen : all) {
      traits.putAll(seen.traits());
      if (seen.look() instanceof Look.NotImplemented no) {
        seen.configuration().traits().forEach(trait -> notImplemented.put(trait, no.words()));
      }
    }
    return new BucketItem(
        traits, notImplemented, Export.of(bucket, calls.region(), all).json());
  }

  /** The item, under the name both ends know the bucket by: the source's. */
  public Item named(String sourceBucket) {
    return new Item(ItemId.of(BucketTraits.BUCKET.name(), sourceBucket), traits);
  }

  /** The export as bytes, for a reading. */
  public byte[] exported() {
    return json.getBytes(StandardCharsets.UTF_8);
  }
}
