package eu.sortie.s3;

import eu.sortie.inventory.Item;
import eu.sortie.inventory.Trait;
import eu.sortie.inventory.Value;
import eu.sortie.scenario.ObjectTraits;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The traits of an object that its GET does not show, with as few questions as can be trusted.
 *
 * <p>Access lists: one question for each object. None where the server names itself as one that has none, as MinIO does, whatever it
 * would answer; none where the bucket says that its owner owns all there is, which is asked once; and none any more once an object's
 * question was answered with the word that there are no access lists.
 *
 * <p>Retention and legal hold: none where the bucket cannot lock, which is asked once, nor where the GET showed them. In a bucket that
 * can lock, a GET that shows none is trusted once the end has shown one in an answer to a GET; until then each object is asked, for
 * some ends show locks to nobody who does not ask (Versity gateway).
 */
final class SideTraits {

  /** Codes by which an end says that it has no access lists. */
  private static final Set<String> NO_ACLS = Set.of(
      "NotImplemented",
      "MethodNotAllowed",
      "AccessControlListNotSupported",
      AnswerException.NOT_UNDERSTOOD);

  /**
   * Servers without access lists: MinIO's list of what it leaves out of S3 has them. Asked all the same, it shows each object as its
   * owner's alone, and of two null versions it shows an error.
   */
  private static final Set<String> SERVERS_WITHOUT_ACLS = Set.of("MinIO");

  /** Codes by which an end says that an object, or every object, has no lock. */
  private static final Set<String> NO_LOCKS = Set.of(
      "NoSuchObjectLockConfiguration",
      "ObjectLockConfigurationNotFoundError",
      "NotImplemented",
      "MethodNotAllowed",
      "NotFound",
      AnswerException.NOT_UNDERSTOOD);

  private final Asking asking;
  private final Consumer<String> foundOut;
  private final AtomicBoolean isSaid = new AtomicBoolean();
  private volatile @Nullable Boolean acls;
  private volatile @Nullable Boolean locks;
  private volatile boolean showsRetention;
  private volatile boolean showsLegalHold;

  /**
   * Asks one end.
   *
   * @param foundOut told what the end says of all its objects at once
   */
  SideTraits(Asking asking, Consumer<String> foundOut) {
    this.asking = asking;
    this.foundOut = foundOut;
  }

  /** Completes what the headers of a GET showed of an object. */
  void complete(Item listed, ObjectHeaders headers, Map<Trait, Value> traits) {
    var object = ObjectName.of(listed);
    traits.putAll(acl(object, headers));
    if (!isThere(traits, ObjectTraits.OWNER)) {
      // A listing of versions may have named it.
      traits.put(
          ObjectTraits.OWNER, listed.traits().getOrDefault(ObjectTraits.OWNER, Value.absent()));
    }
    showsRetention |= isThere(traits, ObjectTraits.RETENTION);
    showsLegalHold |= isThere(traits, ObjectTraits.LEGAL_HOLD);
    if (!isThere(traits, ObjectTraits.RETENTION) && !showsRetention) {
      traits.put(ObjectTraits.RETENTION, lock(() -> asking.retention(object)));
    }
    if (!isThere(traits, ObjectTraits.LEGAL_HOLD) && !showsLegalHold) {
      traits.put(ObjectTraits.LEGAL_HOLD, lock(() -> asking.legalHold(object)));
    }
  }

  private static boolean isThere(Map<Trait, Value> traits, Trait trait) {
    var value = traits.get(trait);
    return value instanceof Value.Text || value instanceof Value.Entries;
  }

  private Map<Trait, Value> acl(ObjectName object, ObjectHeaders headers) {
    var server = headers.get("server", "");
    if (SERVERS_WITHOUT_ACLS.contains(server)) {
      saysNone("it names itself %s, which has none".formatted(server));
      return Acl.NONE.traits();
    }
    try {
      return hasAcls() ? asking.acl(object).traits() : Acl.NONE.traits();
    } catch (AnswerException answer) {
      if (answer.status() == 501 || NO_ACLS.contains(answer.code())) {
        acls = false;
        saysNone("asked for one, it said: " + answer.getMessage());
        return Acl.NONE.traits();
      }
      return Acl.unknown(String.valueOf(answer.getMessage()));
    } catch (IOException silent) {
      return Acl.unknown(String.valueOf(silent.getMessage()));
    }
  }

  /** Absent is then the end's word for all of its objects, and a reader should know. */
  private void saysNone(String because) {
    if (!isSaid.getAndSet(true)) {
      foundOut.accept("objects are not asked for access lists: " + because);
    }
  }

  private boolean hasAcls() throws IOException {
    var known = acls;
    if (known == null) {
      known = asksForAcls();
      acls = known;
      if (!known) {
        saysNone("its bucket says that all there is belongs to its owner");
      }
    }
    return known;
  }

  /** An end that does not say who owns its objects is asked about each of them. */
  private boolean asksForAcls() throws IOException {
    try {
      return !asking.ownerEnforced();
    } catch (AnswerException unsaid) {
      return true;
    }
  }

  private Value lock(Question question) {
    try {
      return hasLocks() ? question.ask() : Value.absent();
    } catch (AnswerException answer) {
      return answer.status() == 501 || NO_LOCKS.contains(answer.code())
          ? Value.absent()
          : Value.unknown(String.valueOf(answer.getMessage()));
    } catch (IOException silent) {
      return Value.unknown(String.valueOf(silent.getMessage()));
    }
  }

  private boolean hasLocks() throws IOException {
    var known = locks;
    if (known == null) {
      known = asksForLocks();
      locks = known;
    }
    return known;
  }

  private boolean asksForLocks() throws IOException {
    try {
      return asking.lockable();
    } catch (AnswerException answer) {
      // Some say "InvalidRequest: Bucket is missing Object Lock Configuration".
      return !(answer.status() == 404
          || answer.status() == 501
          || answer.status() == 405
          || answer.status() == 400
          || answer.status() == 200);
    }
  }

  private interface Question {
    Value ask() throws IOException;
  }
}
