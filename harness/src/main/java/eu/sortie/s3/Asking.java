package eu.sortie.s3;

import eu.sortie.inventory.Value;
import java.io.IOException;
import java.util.SortedMap;

/** How one library asks for what the GET of an object does not answer. */
interface Asking {

  /** Whether the bucket's owner owns every object in it, so that access lists say nothing. */
  boolean ownerEnforced() throws IOException;

  /** The object's tags, by name. */
  SortedMap<String, String> tags(ObjectName object) throws IOException;

  /** The object's access list. */
  Acl acl(ObjectName object) throws IOException;

  /** Whether objects of the bucket can be locked at all. */
  boolean lockable() throws IOException;

  /** The object's retention, absent where it has none. */
  Value retention(ObjectName object) throws IOException;

  /** The object's legal hold, absent where it has none. */
  Value legalHold(ObjectName object) throws IOException;
}
