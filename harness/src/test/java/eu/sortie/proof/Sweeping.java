package eu.sortie.proof;

/** Removes a bucket with all that is in it; what cannot be removed goes with the server. */
record Sweeping(BareHand hand, String bucket) {

  void all() {
    if (hand.get(bucket, "", "list-type=2").isGood()) {
      var listing = new Listing(hand, bucket);
      if (listing.isVersioned()) {
        listing
            .versions()
            .forEach((key, versions) -> versions.forEach(version ->
                hand.delete(bucket, key, "versionId=" + Escaped.text(version.text("VersionId")))));
      } else {
        listing.keys().forEach(key -> hand.delete(bucket, key, ""));
      }
      hand.delete(bucket, "", "");
    }
  }
}
