package eu.sortie.s3;

import eu.sortie.inventory.Value;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.w3c.dom.Element;

/**
 * Asks through the JDK's HTTP client and reads the XML itself: the second witness of access lists and locks, and of the tags of keys
 * that the MinIO client does not ask for.
 */
final class HttpAsking implements Asking {

  private final SignedGet gets;

  HttpAsking(SignedGet gets) {
    this.gets = gets;
  }

  @Override
  public boolean ownerEnforced() throws IOException {
    return gets.document("", "ownershipControls").textsOf("ObjectOwnership").stream()
        .anyMatch("BucketOwnerEnforced"::equals);
  }

  @Override
  public SortedMap<String, String> tags(ObjectName object) throws IOException {
    var tags = new TreeMap<String, String>();
    document(object, "tagging")
        .named("Tag")
        .forEach(
            tag -> tags.put(XmlAnswer.exactText(tag, "Key"), XmlAnswer.exactText(tag, "Value")));
    return tags;
  }

  @Override
  public Acl acl(ObjectName object) throws IOException {
    var document = document(object, "acl");
    var owners = document.named("Owner");
    var owner = owners.isEmpty() ? "" : XmlAnswer.text(owners.get(0), "ID");
    var grants = new ArrayList<Acl.Grant>();
    document.named("Grant").forEach(grant -> grants.add(grant(grant)));
    return Acl.of(owner, grants);
  }

  private static Acl.Grant grant(Element grant) {
    var permission = XmlAnswer.text(grant, "Permission");
    var uri = XmlAnswer.text(grant, "URI");
    var email = XmlAnswer.text(grant, "EmailAddress");
    if (!uri.isEmpty()) {
      return new Acl.Grant("group", uri, permission);
    }
    return email.isEmpty()
        ? new Acl.Grant("id", XmlAnswer.text(grant, "ID"), permission)
        : new Acl.Grant("email", email, permission);
  }

  @Override
  public boolean lockable() throws IOException {
    return gets.document("", "object-lock").textsOf("ObjectLockEnabled").contains("Enabled");
  }

  @Override
  public Value retention(ObjectName object) throws IOException {
    var document = document(object, "retention");
    return Locks.retention(
        document.first("Mode").toUpperCase(Locale.ROOT), document.first("RetainUntilDate"));
  }

  @Override
  public Value legalHold(ObjectName object) throws IOException {
    return Locks.legalHold(document(object, "legal-hold").first("Status"));
  }

  private XmlAnswer document(ObjectName object, String subresource) throws IOException {
    return gets.document(object.key(), SignedGet.query(object, subresource));
  }
}
