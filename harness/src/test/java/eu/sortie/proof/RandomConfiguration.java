package eu.sortie.proof;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What a bucket says of itself, by chance: tags, a policy, a lifecycle.
 *
 * <p>These are what MinIO takes of a bucket and keeps, versions and locks aside, which its history has; notifications and replication
 * need a receiver, and are withheld in a rehearsal anyway.
 *
 * @param bodies what is put, by its subresource; the bucket's own name stands for itself
 */
record RandomConfiguration(Map<String, Function<String, String>> bodies) {

  static RandomConfiguration of(Random random) {
    var chance = new Chance(random);
    var bodies = new TreeMap<String, Function<String, String>>();
    if (chance.oneIn(2)) {
      var tags = tags(chance);
      bodies.put("tagging", bucket -> tags);
    }
    if (chance.oneIn(2)) {
      var statements = statements(chance);
      bodies.put(
          "policy",
          bucket -> "{\"Version\":\"2012-10-17\",\"Statement\":[%s]}"
              .formatted(statements.replace("OWN", bucket)));
    }
    if (chance.oneIn(2)) {
      var rules = rules(chance);
      bodies.put("lifecycle", bucket -> rules);
    }
    return new RandomConfiguration(bodies);
  }

  /** Puts it on a bucket that is there. */
  void plant(BareHand hand, String bucket) {
    bodies.forEach((subresource, body) -> {
      var bytes = body.apply(bucket).getBytes(StandardCharsets.UTF_8);
      BareHand.must(
          hand.send("PUT", bucket, "", subresource + "=", List.of(BareHand.md5(bytes)), bytes));
    });
  }

  private static String tags(Chance chance) {
    var tags = new StringBuilder();
    for (int i = chance.random().nextInt(3); i >= 0; i--) {
      tags.append("<Tag><Key>team%d</Key><Value>%s</Value></Tag>"
          .formatted(i, chance.one(List.of("exit", "two words", "a+b", "1.5"))));
    }
    return "<Tagging><TagSet>%s</TagSet></Tagging>".formatted(tags);
  }

  private static String statements(Chance chance) {
    var statements = new ArrayList<String>();
    for (int i = chance.random().nextInt(3); i >= 0; i--) {
      statements.add(
          "{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":[\"*\"]},\"Action\":[\"%s\"],\"Resource\":[\"arn:aws:s3:::OWN/%s%d/*\"]}"
              .formatted(
                  chance.one(List.of("s3:GetObject", "s3:PutObject", "s3:DeleteObject")),
                  chance.one(List.of("press", "open", "in")),
                  i));
    }
    return String.join(",", statements);
  }

  private static String rules(Chance chance) {
    var rules = new StringBuilder();
    for (int i = chance.random().nextInt(3); i >= 0; i--) {
      rules.append(
          "<Rule><ID>rule%d</ID><Status>%s</Status><Filter><Prefix>%s%d/</Prefix></Filter><Expiration><Days>%d</Days></Expiration></Rule>"
              .formatted(
                  i,
                  chance.one(List.of("Enabled", "Disabled")),
                  chance.one(List.of("logs", "tmp")),
                  i,
                  300 + chance.random().nextInt(3000)));
    }
    return "<LifecycleConfiguration>%s</LifecycleConfiguration>".formatted(rules);
  }
}
