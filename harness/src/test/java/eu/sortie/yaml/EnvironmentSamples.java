package eu.sortie.yaml;

import static eu.sortie.yaml.Sample.refused;
import static eu.sortie.yaml.Sample.refusedByReader;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Environments as files, good and bad; wherever one has a secret in it, that is {@value #SECRET}. */
final class EnvironmentSamples {

  static final String SECRET = "hunter2";
  static final Map<String, String> VARIABLES = Map.of(
      "SRC_KEY", "AKIA", "SRC_SECRET", SECRET, "EMPTY", "", "ADDRESS", "http://u:hunter2@host");

  static final String OVH = """
      environment: OVH rehearsal
      ends:
        aws:
          live: false
          s3:
            endpoint: "http://127.0.0.1:9000"
            path-style: true
            access-key: env:SRC_KEY
            secret-key: env:SRC_SECRET
        europe:
          s3: {region: gra, part-size-mib: 8}
      tariffs: {aws: aws-eu-west-3, europe: ovh-gra}
      rates:
        - {from: USD, to: EUR, rate: "0.92", date: 2026-11-01, source: ECB}
      """;

  private EnvironmentSamples() {}

  static Stream<String> valid() {
    return Stream.of(
        OVH,
        "environment: x\nends: {aws: {s3: {}}}\n",
        "environment: x\nends: {aws: {ftp-over-tls: {host: a.example}}}\n",
        with("rate: \"0.92\"", "rate: 0.92"),
        OVH + OVH.substring(OVH.indexOf("  - {from")).replace("USD", "CHF"),
        OVH + OVH.substring(OVH.indexOf("  - {from")).replace("to: EUR", "to: CHF"),
        with("{aws: aws-eu-west-3, europe: ovh-gra}", "{}"),
        with("region: gra", "region: env:SRC_KEY"),
        with("  europe:\n    s3:", "  europe:\n    capabilities: ovhcloud\n    s3:"),
        with("live: false", "live: false\n    capabilities: minio"));
  }

  static Stream<Sample> invalid() {
    return Stream.of(shape(), ends(), secrets(), tariffs(), rates()).flatMap(List::stream);
  }

  private static List<Sample> shape() {
    return List.of(
        refusedByReader("an empty file", "", 1, "this file is empty, expected an environment"),
        refused(
            "an environment without a name",
            with("environment: OVH rehearsal\n", ""),
            1,
            "the key 'environment' is missing"),
        refused("an environment without ends", "environment: x\n", 1, "the key 'ends' is missing"),
        refused("an environment with no end", "environment: x\nends: {}\n", 2, "there is no end"),
        refused(
            "an end without a name",
            "environment: x\nends: {\" \": {s3: {}}}\n",
            2,
            "an end has no name"),
        refused("an unknown key", with("tariffs:", "tarifs:"), 12, "did you mean 'tariffs'?"));
  }

  private static List<Sample> ends() {
    return List.of(
        refused(
            "an end that is text",
            "environment: x\nends: {aws: s3}\n",
            2,
            "aws: expected keys with values, as in 'key: value', saw text"),
        refused(
            "an end without a protocol",
            "environment: x\nends: {aws: {live: true}}\n",
            2,
            "no protocol is named"),
        refused(
            "an end of nothing", "environment: x\nends: {aws: {}}\n", 2, "no protocol is named"),
        refused(
            "an end with two protocols",
            "environment: x\nends: {aws: {s3: {}, ftp: {}}}\n",
            2,
            "2 protocols are named (s3, ftp)"),
        refused(
            "an end with two protocols that is live",
            "environment: x\nends: {aws: {live: true, s3: {}, ftp: {}}}\n",
            2,
            "2 protocols"),
        refused(
            "live that is text",
            with("live: false", "live: \"no\""),
            4,
            "live: expected true or false, saw text"),
        refused(
            "live that is a number",
            with("live: false", "live: 0"),
            4,
            "live: expected true or false, saw a number"),
        refused("a misspelt live", with("live: false", "lives: false"), 4, "did you mean 'live'?"),
        refused(
            "capabilities nobody ships",
            with("live: false", "capabilities: ovhclod"),
            4,
            "capabilities: there are no capabilities 'ovhclod'"),
        refused(
            "capabilities that are a list",
            with("live: false", "capabilities: [minio]"),
            4,
            "capabilities: expected text, saw a list"),
        refused(
            "capabilities alone",
            "environment: x\nends: {aws: {live: true, capabilities: minio}}\n",
            2,
            "no protocol is named"),
        refusedByReader(
            "capabilities in a file that is not there",
            with("live: false", "capabilities: mine.yaml"),
            4,
            "mine.yaml: there is no such file"),
        refused(
            "a protocol that is text",
            "environment: x\nends: {aws: {s3: here}}\n",
            2,
            "'s3' is neither 'live' nor 'capabilities' nor a protocol"),
        refused(
            "a protocol in capitals",
            "environment: x\nends: {aws: {S3: {}}}\n",
            2,
            "'S3' is neither"),
        refused(
            "a setting that is a list",
            with("region: gra", "region: [gra]"),
            11,
            "region: expected a single value, saw a list"),
        refused(
            "a setting that is nothing",
            with("region: gra", "region:"),
            11,
            "region: expected a single value, saw nothing"),
        refused(
            "a setting with an underscore",
            with("path-style:", "path_style:"),
            7,
            "'path_style' is not the key of a setting"),
        refusedByReader(
            "a setting that stands twice",
            with("path-style: true", "endpoint: x"),
            7,
            "a second time, first in line 6"));
  }

  private static List<Sample> secrets() {
    return List.of(
        refused(
            "a secret key in clear",
            with("env:SRC_SECRET", SECRET),
            9,
            "secret-key: a secret stands here in clear, expected a reference to it: env:NAME"),
        refused(
            "an access key in clear",
            with("env:SRC_KEY", SECRET),
            8,
            "a secret stands here in clear"),
        refused(
            "a session token in clear",
            with("path-style: true", "session-token: hunter2"),
            7,
            "in clear"),
        refused(
            "a password in clear",
            with("path-style: true", "password: \"hunter2\""),
            7,
            "in clear"),
        refused("a token in clear", with("path-style: true", "token: hunter2"), 7, "in clear"),
        refused(
            "a secret nobody knows yet in clear",
            with("path-style: true", "api-key: hunter2"),
            7,
            "in clear"),
        refused(
            "a secret of digits in clear",
            with("path-style: true", "password: 123456"),
            7,
            "in clear"),
        refused(
            "a secret that is a list",
            with("path-style: true", "password: [hunter2]"),
            7,
            "expected a single value, saw a list"),
        refused(
            "a secret under a key in other letters",
            with("secret-key: env:SRC_SECRET", "secretKey: hunter2"),
            9,
            "'secretKey' is not the key of a setting"),
        refused(
            "a secret that sticks to its key",
            "environment: x\nends: {aws: {s3: {secret-key:hunter2}}}\n",
            2,
            "'secret-key…' is not the key of a setting"),
        refused(
            "a secret without a colon",
            "environment: x\nends: {aws: {s3: {secret-key hunter2}}}\n",
            2,
            "'secret-key' is not the key of a setting"),
        refused(
            "settings that are one text",
            "environment: x\nends:\n  aws:\n    s3:\n      secret-key:hunter2\n",
            4,
            "'s3' is neither"),
        refusedByReader(
            "a secret with a star before it", with("env:SRC_SECRET", "*hunter2"), 9, "an alias"),
        refusedByReader(
            "a secret with an ampersand before it",
            with("env:SRC_SECRET", "&hunter2"),
            9,
            "an anchor"),
        refusedByReader(
            "a secret with an exclamation mark before it",
            with("env:SRC_SECRET", "!hunter2"),
            9,
            "a tag"),
        refusedByReader(
            "a secret with exclamation marks around it",
            with("env:SRC_SECRET", "!hunter2!x"),
            9,
            "a tag"),
        refusedByReader(
            "a secret with a percent sign before it",
            with("env:SRC_SECRET", "%hunter2"),
            9,
            "this is not YAML"),
        refused(
            "a reference to a variable that cannot be",
            with("env:SRC_SECRET", "env:hunter2/x"),
            9,
            "what follows env: is not the name of a variable"),
        refusedByReader(
            "a variable that is not set",
            with("env:SRC_SECRET", "env:NOT_SET"),
            9,
            "the environment variable NOT_SET is not set"),
        refusedByReader(
            "a variable that is empty",
            with("env:SRC_SECRET", "env:EMPTY"),
            9,
            "the environment variable EMPTY is empty"),
        refusedByReader(
            "a file that is not there",
            with("env:SRC_SECRET", "file:nowhere"),
            9,
            "the file 'nowhere' it refers to cannot be read"),
        refusedByReader(
            "a file that cannot be", with("env:SRC_SECRET", "\"file:a\\0b\""), 9, "cannot be read"),
        refused(
            "an address with a password",
            with("http://127.0.0.1:9000", "http://user:hunter2@127.0.0.1:9000"),
            6,
            "endpoint: there is a user or a password in this address"),
        refused(
            "an address with a user",
            with("http://127.0.0.1:9000", "https://hunter2@host"),
            6,
            "there is a user or a password"),
        refused(
            "an address with a password and without a scheme",
            with("http://127.0.0.1:9000", "user:hunter2@host"),
            6,
            "there is a user or a password"),
        refusedByReader(
            "an address that is referred to, with a password",
            with("\"http://127.0.0.1:9000\"", "env:ADDRESS"),
            6,
            "there is a user or a password"));
  }

  private static List<Sample> tariffs() {
    return List.of(
        refused(
            "a tariff nobody ships",
            with("aws-eu-west-3", "aws-eu-west3"),
            12,
            "did you mean 'aws-eu-west-3'?"),
        refused(
            "a tariff that is a number",
            with("aws-eu-west-3", "3"),
            12,
            "aws: expected text, saw a number"),
        refusedByReader(
            "a tariff of an end that is not there",
            with("{aws: aws-eu-west-3", "{azure: aws-eu-west-3"),
            12,
            "'azure' is not a key here; known are aws, europe"),
        refusedByReader(
            "a tariff in a file that is not there",
            with("aws-eu-west-3", "mine.yaml"),
            12,
            "mine.yaml: there is no such file"));
  }

  private static List<Sample> rates() {
    return List.of(
        refused(
            "a rate of zero",
            with("\"0.92\"", "\"0.00\""),
            14,
            "a currency is worth more than 0 EUR"),
        refused(
            "a rate below zero", with("\"0.92\"", "-1"), 14, "expected a number of zero or more"),
        refused("a rate that is text", with("\"0.92\"", "much"), 14, "rate: expected a number"),
        refused(
            "a rate without a date",
            with("date: 2026-11-01, ", ""),
            14,
            "the key 'date' is missing"),
        refused(
            "a rate without a source",
            with(", source: ECB", ""),
            14,
            "the key 'source' is missing"),
        refused(
            "a date the other way round",
            with("2026-11-01", "01.11.2026"),
            14,
            "date: expected a date, as in 2026-11-01, saw '01.11.2026'"),
        refusedByReader(
            "a day that never was", with("2026-11-01", "2026-02-30"), 14, "expected a date"),
        refusedByReader(
            "a currency nobody knows", with("USD", "USX"), 14, "'USX' is not a currency"),
        refused("a currency in words", with("USD", "dollars"), 14, "'dollars' is not a currency"),
        refusedByReader("a rate to itself", with("to: EUR", "to: USD"), 14, "from USD to itself"),
        refusedByReader(
            "two rates for one pair",
            OVH + OVH.substring(OVH.indexOf("  - {from")),
            15,
            "there is a rate from USD to EUR already"));
  }

  private static String with(String was, String becomes) {
    if (!OVH.contains(was)) {
      throw new IllegalArgumentException("the sample has no " + was);
    }
    return OVH.replace(was, becomes);
  }
}
