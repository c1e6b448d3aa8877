package eu.sortie.ecs;

import java.util.Locale;
import java.util.regex.Pattern;

/** Names and keys as Kubernetes takes them. */
final class Names {

  private static final int LONGEST = 63;
  /** A cron job puts a number behind its name. */
  private static final int LONGEST_OF_JOB = 52;

  private static final int LONGEST_PORT = 15;
  private static final Pattern LABEL = Pattern.compile("[a-z0-9]([a-z0-9-]*[a-z0-9])?");
  private static final Pattern VALUE =
      Pattern.compile("([A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?)?");
  private static final Pattern KEY = Pattern.compile(
      "([a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?/)?[A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?");

  private Names() {}

  /** A name in the letters of a label of DNS. */
  static String of(String name) {
    return of(name, LONGEST);
  }

  /** The same, for a cron job. */
  static String ofJob(String name) {
    return of(name, LONGEST_OF_JOB);
  }

  private static String of(String name, int longest) {
    var letters = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-", "");
    var cut = letters.substring(0, Math.min(longest, letters.length())).replaceAll("-$", "");
    return cut.isEmpty() ? "unnamed" : cut;
  }

  static boolean isName(String text) {
    return text.length() <= LONGEST && LABEL.matcher(text).matches();
  }

  static boolean isPort(String text) {
    return text.length() <= LONGEST_PORT
        && LABEL.matcher(text).matches()
        && !text.contains("--")
        && text.matches(".*[a-z].*");
  }

  static boolean isKey(String text) {
    return KEY.matcher(text).matches();
  }

  static boolean isValue(String text) {
    return VALUE.matcher(text).matches();
  }

  /** What stands last in a name of the provider: {@code arn:aws:iam::1:role/app} is {@code app}. */
  static String last(String arn) {
    return arn.replaceAll("^.*[/:]", "");
  }
}
