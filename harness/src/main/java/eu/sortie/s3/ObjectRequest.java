package eu.sortie.s3;

import static eu.sortie.scenario.ObjectTraits.CACHE_CONTROL;
import static eu.sortie.scenario.ObjectTraits.CONTENT_DISPOSITION;
import static eu.sortie.scenario.ObjectTraits.CONTENT_ENCODING;
import static eu.sortie.scenario.ObjectTraits.CONTENT_LANGUAGE;
import static eu.sortie.scenario.ObjectTraits.CONTENT_TYPE;
import static eu.sortie.scenario.ObjectTraits.EXPIRES;
import static eu.sortie.scenario.ObjectTraits.REDIRECT_LOCATION;
import static eu.sortie.scenario.ObjectTraits.STORAGE_CLASS;
import static eu.sortie.scenario.ObjectTraits.TAGS;
import static eu.sortie.scenario.ObjectTraits.USER_METADATA;

import eu.sortie.inventory.Item;
import eu.sortie.inventory.Trait;
import eu.sortie.inventory.Value;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.Tag;
import software.amazon.awssdk.services.s3.model.Tagging;

/**
 * An item as the request that writes it, by one PUT or in parts: both carry the same traits (facts O05).
 *
 * @param bucket where it goes
 * @param item with the traits as the source showed them; nothing is added
 * @param without traits that are left out
 * @param spelling of header values that hold more than ASCII
 */
record ObjectRequest(String bucket, Item item, Set<Trait> without, Spelling spelling) {

  PutObjectRequest put() {
    var put = PutObjectRequest.builder()
        .bucket(bucket)
        .key(item.id().key())
        .contentType(text(CONTENT_TYPE))
        .contentEncoding(text(CONTENT_ENCODING))
        .contentLanguage(text(CONTENT_LANGUAGE))
        .contentDisposition(text(CONTENT_DISPOSITION))
        .cacheControl(text(CACHE_CONTROL))
        .websiteRedirectLocation(text(REDIRECT_LOCATION))
        .storageClass(storageClass())
        .metadata(metadata())
        .overrideConfiguration(expires());
    tagging().ifPresent(put::tagging);
    return put.build();
  }

  CreateMultipartUploadRequest createMultipart() {
    var create = CreateMultipartUploadRequest.builder()
        .bucket(bucket)
        .key(item.id().key())
        .contentType(text(CONTENT_TYPE))
        .contentEncoding(text(CONTENT_ENCODING))
        .contentLanguage(text(CONTENT_LANGUAGE))
        .contentDisposition(text(CONTENT_DISPOSITION))
        .cacheControl(text(CACHE_CONTROL))
        .websiteRedirectLocation(text(REDIRECT_LOCATION))
        .storageClass(storageClass())
        .metadata(metadata())
        .overrideConfiguration(expires());
    tagging().ifPresent(create::tagging);
    return create.build();
  }

  /** As the text it is at the source: the SDK's own field takes an instant only, and would rewrite it. */
  private AwsRequestOverrideConfiguration expires() {
    var headers = AwsRequestOverrideConfiguration.builder();
    var expires = text(EXPIRES);
    if (expires != null) {
      headers.putHeader("Expires", expires);
    }
    return headers.build();
  }

  /** The usual class is not named: ends without classes refuse even its name. */
  private @Nullable String storageClass() {
    var named = text(STORAGE_CLASS);
    return "STANDARD".equals(named) ? null : named;
  }

  /** Absent where there are none: the SDK would send an empty header, which some ends refuse. */
  private Optional<Tagging> tagging() {
    var tags = entries(TAGS).entrySet().stream()
        .map(tag -> Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
        .toList();
    return tags.isEmpty()
        ? Optional.empty()
        : Optional.of(Tagging.builder().tagSet(tags).build());
  }

  private Map<String, String> metadata() {
    var spelled = new TreeMap<String, String>();
    entries(USER_METADATA).forEach((name, value) -> spelled.put(name, spelling.of(value)));
    return spelled;
  }

  private @Nullable String text(Trait trait) {
    return !without.contains(trait) && item.value(trait) instanceof Value.Text text
        ? spelling.of(text.text())
        : null;
  }

  private Map<String, String> entries(Trait trait) {
    return !without.contains(trait) && item.value(trait) instanceof Value.Entries some
        ? some.entries()
        : Map.of();
  }
}
