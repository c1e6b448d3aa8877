package eu.sortie.yaml;

import eu.sortie.scenario.Capabilities;
import eu.sortie.scenario.End;
import eu.sortie.scenario.Misuse;
import eu.sortie.scenario.Setting;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.Node;

/** An end as a file says it: whether it is live, what it can, and under the name of its protocol what that needs to know. */
final class EndForm {

  private static final String LIVE = "live";
  private static final String S3 = "s3";
  private static final String CAPABILITIES = "capabilities";
  private static final List<String> OURS = List.of(LIVE, CAPABILITIES);
  private static final String NOT_WRITTEN = "(not written down)";
  private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

  private final Path folder;
  private final References references;

  EndForm(Path folder, References references) {
    this.folder = folder;
    this.references = references;
  }

  End read(String name, Part part) {
    var fields = part.fields();
    var protocol = protocol(part, fields);
    return new End(
        name,
        fields.find(LIVE).map(Part::flag).orElse(true),
        protocol,
        settings(fields.value(protocol)),
        fields.find(CAPABILITIES).map(this::capabilities).orElse(Capabilities.UNSTATED),
        part.place());
  }

  static Node write(End end) {
    var settings = new LinkedHashMap<String, Node>();
    end.settings().forEach((key, setting) -> settings.put(key, Pen.text(written(key, setting))));
    var fields = new LinkedHashMap<String, Node>();
    fields.put(LIVE, Pen.flag(end.live()));
    if (!end.capabilities().name().isEmpty()) {
      fields.put(CAPABILITIES, Pen.text(end.capabilities().name()));
    }
    fields.put(end.protocol(), Pen.lines(settings));
    return Pen.lines(fields);
  }

  private Capabilities capabilities(Part part) {
    var name = CapabilityBook.in(folder, part.words());
    try {
      return CapabilityBook.load(name);
    } catch (Misuse unusable) {
      throw part.wrong(String.valueOf(unusable.getMessage()));
    }
  }

  private static String protocol(Part part, Fields fields) {
    var protocols = fields.names().stream().filter(key -> !OURS.contains(key)).toList();
    protocols.forEach(key -> requireProtocol(fields, key));
    if (protocols.size() != 1) {
      throw part.wrong(
          protocols.isEmpty()
              ? "no protocol is named, expected one with its settings, as in 's3: {region: eu-west-3}'"
              : "%d protocols are named (%s), expected one; make two ends of it"
                  .formatted(protocols.size(), String.join(", ", protocols)));
    }
    return protocols.get(0);
  }

  private static void requireProtocol(Fields fields, String key) {
    if (!KEY.matcher(key).matches() || !fields.value(key).isMap()) {
      throw fields.at(
          key,
          "%s is neither 'live' nor 'capabilities' nor a protocol with its settings, expected as in 's3: {region: eu-west-3}'%s"
              .formatted(named(key), Nearest.question(key, OURS)));
    }
  }

  /** Only a word that looks like one of ours is repeated: a secret may have slipped to where a key stands. */
  private static String named(String key) {
    return Nearest.question(key, OURS).isEmpty() && !key.equalsIgnoreCase(S3)
        ? "a key here"
        : Fields.shown(key);
  }

  private SortedMap<String, Setting> settings(Part part) {
    var settings = new TreeMap<String, Setting>();
    var fields = part.fields();
    for (var key : fields.names()) {
      if (!KEY.matcher(key).matches()) {
        throw badKey(fields, key);
      }
      settings.put(key, setting(key, fields.value(key)));
    }
    return settings;
  }

  /** Says no more of the key than its first word: whoever forgot the blank behind the colon has the secret in it. */
  private static Misuse badKey(Fields fields, String key) {
    return fields.at(
        key,
        "%s is not the key of a setting; expected lower case words joined by hyphens, then a colon and a blank"
            .formatted(Fields.shown(key.split("\\s", 2)[0])));
  }

  private Setting setting(String key, Part part) {
    if (Secrecy.isSecret(key) && !References.isReference(part.scalar())) {
      throw part.wrong(
          "a secret stands here in clear, expected a reference to it: env:NAME for an environment variable or file:PATH for a file; change the secret if this file was shared");
    }
    var setting = references.read(part);
    if (!Secrecy.isSecret(key) && Secrecy.hasUser(setting.value())) {
      throw part.wrong(
          "there is a user or a password in this address, expected the address alone; name them in settings of their own, as references (env:NAME or file:PATH)");
    }
    return setting;
  }

  private static String written(String key, Setting setting) {
    if (!setting.reference().isEmpty()) {
      return setting.reference();
    }
    return Secrecy.isSecret(key) || Secrecy.hasUser(setting.value())
        ? NOT_WRITTEN
        : setting.value();
  }
}
