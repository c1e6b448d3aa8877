package eu.sortie.scenarios.estate;

/** When something is done to a bucket that learns about versions: what it does to versions is set for all its keys at once. */
enum Moment {
  /** The bucket knows no versions yet. */
  BEFORE(""),
  /** It makes versions. */
  VERSIONED("Enabled"),
  /** It has versions and makes none. */
  SUSPENDED("Suspended"),
  /** It makes versions again. */
  AGAIN("Enabled");

  private final String status;

  Moment(String status) {
    this.status = status;
  }

  /** What the bucket is told then; empty for nothing. */
  String status() {
    return status;
  }
}
