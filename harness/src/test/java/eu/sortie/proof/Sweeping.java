package eu.sortie.proof;

/** Removes a bucket with all that is in it; what cannot be removed goes with the server. */
record Sweeping(BareHand hand, String bucket) {

  void all() {
    if (hand.get(bucket, "", "list-type=2").isGood()) {
      new Listing(hand, bucket).keys().forEach(key -> hand.delete(bucket, key, ""));
      hand.delete(bucket, "", "");
    }
  }
}
