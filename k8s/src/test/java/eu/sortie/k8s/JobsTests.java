package eu.sortie.k8s;

import static eu.sortie.k8s.Documents.json;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JobsTests {

  private static final String CRON_JOB =
      "{'metadata':{'name':'%s','uid':'u-1'},'spec':{'schedule':'0 3 * * *','jobTemplate':{'metadata':{'labels':{'app':'shop'},'annotations':{'team':'a'}},'spec':{'template':{'spec':{'restartPolicy':'Never'}}}}}}";

  @Test
  void aJobIsMadeOfTheTemplateAndBelongsToItsCronJob() {
    assertThat(Jobs.job(json(CRON_JOB.formatted("nightly")), "4f2a").toString())
        .isEqualTo(
            json("{'apiVersion':'batch/v1','kind':'Job','metadata':{'name':'nightly-drill-4f2a','labels':{'app':'shop'},"
                    + "'annotations':{'team':'a','cronjob.kubernetes.io/instantiate':'manual'},"
                    + "'ownerReferences':[{'apiVersion':'batch/v1','kind':'CronJob','name':'nightly','uid':'u-1','controller':true}]},"
                    + "'spec':{'template':{'spec':{'restartPolicy':'Never'}}}}")
                .toString());
  }

  @Test
  void aLongNameIsCutSoThatItIsALabelOfPods() {
    var name = Jobs.job(json(CRON_JOB.formatted("n".repeat(52))), "4f2a9c1d")
        .at("/metadata/name")
        .asText();

    assertThat(name).hasSizeLessThanOrEqualTo(63).endsWith("-drill-4f2a9c1d");
  }
}
