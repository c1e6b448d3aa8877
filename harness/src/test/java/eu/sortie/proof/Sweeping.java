package eu.sortie.proof;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Removes a bucket with all that is in it; what cannot be removed goes with the server. */
record Sweeping(BareHand hand, String bucket) {

  void all() {
    if (hand.get(bucket, "", "list-type=2").isGood()) {
      var listing = new Listing(hand, bucket);
      if (listing.isVersioned()) {
        listing
            .versions()
            .forEach((key, versions) -> versions.forEach(
                version -> remove(key, "versionId=" + Escaped.text(version.text("VersionId")))));
      } else {
        listing.keys().forEach(key -> hand.delete(bucket, key, ""));
      }
      hand.delete(bucket, "", "");
    }
  }

  /** What is retained goes to whoever may override it, and what is held is let go first. */
  private void remove(String key, String version) {
    if (!hand.delete(bucket, key, version).isGood()) {
      var off = "<LegalHold><Status>OFF</Status></LegalHold>".getBytes(StandardCharsets.UTF_8);
      hand.send("PUT", bucket, key, "legal-hold=&" + version, List.of(BareHand.md5(off)), off);
      hand.send(
          "DELETE",
          bucket,
          key,
          version,
          List.of(new Field("x-amz-bypass-governance-retention", "true")),
          new byte[0]);
    }
  }
}
