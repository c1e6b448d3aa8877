package eu.sortie.s3;

import eu.sortie.inventory.Item;
import eu.sortie.inventory.Value;
import java.io.IOException;
import java.util.Set;

/**
 * An object's tags, with as few calls as can be trusted.
 *
 * <p>AWS says in the answer to a GET how many tags there are, and nothing where there are none; so do MinIO and Versity gateway, which
 * name themselves in each answer. Other servers may have tags and say nothing, so there silence is not taken for none, and each object
 * is asked.
 */
final class Tags {

  /** Codes by which servers say that an object has no tags, or that they have no tags at all. */
  static final Set<String> NONE =
      Set.of("NoSuchTagSet", "NoSuchTagSetError", "NotImplemented", "MethodNotAllowed");

  /** Servers that say how many tags an object has: tried with MinIO of 2025 and Versity gateway 1.8.0. */
  private static final Set<String> SAY_IT = Set.of("MinIO", "VERSITYGW");

  private static final String COUNT = "x-amz-tagging-count";

  private final Asking asking;
  private final boolean isAws;
  private volatile boolean implemented = true;

  Tags(S3Connection connection, Asking asking) {
    this.asking = asking;
    this.isAws = connection.settings().endpoint().isEmpty();
  }

  Value of(Item item, ObjectHeaders headers) {
    if (!implemented || areNone(headers, isAws)) {
      return Value.absent();
    }
    try {
      return Value.entries(asking.tags(ObjectName.of(item)));
    } catch (AnswerException answer) {
      if (answer.status() == 501) {
        implemented = false;
      }
      return NONE.contains(answer.code())
          ? Value.absent()
          : Value.unknown(String.valueOf(answer.getMessage()));
    } catch (IOException failed) {
      return Value.unknown(String.valueOf(failed.getMessage()));
    }
  }

  /** Whether the answer to a GET says that there are no tags, if only by its silence. */
  static boolean areNone(ObjectHeaders headers, boolean isAws) {
    var silenceMeansNone = isAws || SAY_IT.contains(headers.get("server", ""));
    return headers.get(COUNT, silenceMeansNone ? "0" : "unsaid").equals("0");
  }
}
