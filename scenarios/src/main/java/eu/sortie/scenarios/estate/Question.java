package eu.sortie.scenarios.estate;

/** What a source is asked about an item that a plain read does not show. */
enum Question {
  /** Who else may do what with it. */
  GRANTS("grants"),
  /** How long it must stay. */
  RETENTION("retention"),
  /** Whether it must stay until further notice. */
  LEGAL_HOLD("legal hold"),
  /** Whether an archived item can be read for a while. */
  RESTORED("restored");

  private final String words;

  Question(String words) {
    this.words = words;
  }

  @Override
  public String toString() {
    return words;
  }
}
