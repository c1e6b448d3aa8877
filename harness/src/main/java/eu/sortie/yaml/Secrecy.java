package eu.sortie.yaml;

import java.util.regex.Pattern;

/** Which settings are secrets: decided by the key, so that nobody needs to look at the value. */
final class Secrecy {

  /** Also the ones no protocol knows yet: a reference in vain costs less than a secret in clear. */
  private static final Pattern SECRET =
      Pattern.compile(".*-key(-id)?|.*(secret|token|password|passphrase|credential).*");

  /** Digests are no users: {@code name:tag@sha256:…} is an image. */
  private static final Pattern WITH_USER =
      Pattern.compile(".*//.*@.*|[^/\\s]*:[^/\\s]*@(?!sha256:).*", Pattern.DOTALL);

  private Secrecy() {}

  static boolean isSecret(String key) {
    return SECRET.matcher(key).matches();
  }

  /** Whether a value is an address with a user, and so perhaps a password, in it. */
  static boolean hasUser(String value) {
    return WITH_USER.matcher(value).matches();
  }
}
