package eu.sortie.ecs;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A schedule of EventBridge as a cron job would have it.
 *
 * @param cron empty where no cron job can say it
 * @param because why none can; empty where one can
 */
record CronSchedule(String cron, String because) {

  private static final Pattern RATE =
      Pattern.compile("rate\\(\\s*([0-9]+)\\s+(minute|hour|day)s?\\s*\\)");
  private static final Pattern CRON = Pattern.compile("cron\\((.*)\\)");
  private static final Pattern STEP = Pattern.compile("(\\*|[0-9]+)/([0-9]+)");
  private static final Pattern DAY = Pattern.compile("(?<![0-9/])[1-7](?![0-9])");
  private static final int FIELDS = 6;
  private static final int MINUTES = 60;
  private static final int HOURS = 24;

  static CronSchedule of(String expression) {
    var text = expression.strip();
    var rate = RATE.matcher(text);
    if (rate.matches()) {
      return rate(Integer.parseInt(rate.group(1)), rate.group(2));
    }
    var cron = CRON.matcher(text);
    return cron.matches()
        ? cron(cron.group(1).strip().split("\\s+"))
        : none("it is neither a rate nor a cron expression");
  }

  private static CronSchedule none(String because) {
    return new CronSchedule("", because);
  }

  private static CronSchedule some(String cron) {
    return new CronSchedule(cron, "");
  }

  private static CronSchedule rate(int every, String unit) {
    if (unit.equals("day") && every == 1) {
      return some("0 0 * * *");
    }
    if (unit.equals("hour") && every > 0 && HOURS % every == 0) {
      return some(
          every == HOURS ? "0 0 * * *" : every == 1 ? "0 * * * *" : "0 */" + every + " * * *");
    }
    if (unit.equals("minute") && every > 0 && MINUTES % every == 0) {
      return some(
          every == MINUTES ? "0 * * * *" : every == 1 ? "* * * * *" : "*/" + every + " * * * *");
    }
    return none("a cron job counts by the clock, and %d %ss do not go into what is counted there"
        .formatted(every, unit));
  }

  private static CronSchedule cron(String[] fields) {
    if (fields.length != FIELDS) {
      return none("it has %d fields, and a schedule of EventBridge has %d"
          .formatted(fields.length, FIELDS));
    }
    if (!fields[5].equals("*") && !fields[5].equals("?")) {
      return none("it names years, and a cron job knows none");
    }
    for (var field : fields) {
      var sign = sign(field);
      if (sign.isPresent()) {
        return none("it says '%s', and a cron job knows no %s".formatted(field, sign.get()));
      }
    }
    var ofMonth = any(fields[2]);
    var ofWeek = any(fields[4]);
    return some(String.join(
        " ",
        steps(fields[0], MINUTES - 1),
        steps(fields[1], HOURS - 1),
        steps(ofMonth, 31),
        steps(any(fields[3]), 12),
        days(ofWeek)));
  }

  /** What a cron job has no sign for; letters of days and months aside. */
  private static Optional<String> sign(String field) {
    if (field.contains("#")) {
      return Optional.of("'#'");
    }
    if (field.matches(".*(?<![A-Za-z])L(?![A-Za-z]).*|.*[0-9]L.*|L.*|LW")) {
      return Optional.of("last day ('L')");
    }
    return field.matches(".*[0-9]W.*|LW|W")
        ? Optional.of("nearest weekday ('W')")
        : Optional.empty();
  }

  private static String any(String field) {
    return field.equals("?") ? "*" : field;
  }

  /** From a number on, EventBridge steps to the end; a cron job wants to be told the end. */
  private static String steps(String field, int last) {
    return STEP.matcher(field)
        .replaceAll(found -> found.group(1).equals("*")
            ? Matcher.quoteReplacement(found.group())
            : "%s-%d/%s".formatted(found.group(1), last, found.group(2)));
  }

  /** Days of the week count from 1 there, and from 0 here. */
  private static String days(String field) {
    var stepped = STEP.matcher(field)
        .replaceAll(found -> found.group(1).equals("*")
            ? Matcher.quoteReplacement(found.group())
            : "%s-7/%s".formatted(found.group(1), found.group(2)));
    return DAY.matcher(stepped)
        .replaceAll(found -> String.valueOf(Integer.parseInt(found.group()) - 1));
  }
}
