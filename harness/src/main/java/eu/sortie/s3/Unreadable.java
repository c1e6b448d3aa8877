package eu.sortie.s3;

import eu.sortie.inventory.Item;
import eu.sortie.inventory.Value;
import eu.sortie.scenario.ObjectTraits;
import eu.sortie.spi.RefusedException;
import java.util.Locale;
import java.util.Map;

/**
 * Why an object that is there does not give its bytes: it is archived, or only its own key opens it.
 *
 * <p>Neither is skipped. Each is named in words a reader can act on, with what could be seen of it.
 */
final class Unreadable {

  private Unreadable() {}

  static boolean isArchived(String code) {
    return code.equals("InvalidObjectState");
  }

  /** Some say it in a code, most in words alone. */
  static boolean needsItsKey(int status, String words) {
    var said = words.toLowerCase(Locale.ROOT);
    return status == 400
        && (said.contains("server side encryption")
            || said.contains("server-side encryption")
            || said.contains("ssecustomer")
            || said.contains("sse-c"));
  }

  /**
   * An archived object.
   *
   * @param seen what a HEAD shows of it
   */
  static RefusedException archived(Item seen, String words, Exception cause) {
    return new RefusedException(
        "archived: it has to be restored before it can be read (" + words + ")",
        cause,
        ObjectTraits.archived(seen));
  }

  /** An object of which not even a HEAD shows anything. */
  static RefusedException keyed(Item listed, String words, Exception cause) {
    return new RefusedException(
        "not exportable: it is encrypted with a key of its own (SSE-C) that the end does not keep ("
            + words + ")",
        cause,
        listed.with(ObjectTraits.ENCRYPTION, Value.entries(Map.of("mode", "SSE-C"))));
  }
}
