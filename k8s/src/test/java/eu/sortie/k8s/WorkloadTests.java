package eu.sortie.k8s;

import static eu.sortie.k8s.Documents.json;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class WorkloadTests {

  private static Workload workload(String plural, int generation, String spec, String status) {
    return Workload.of(
        plural,
        json("{'metadata':{'name':'web','generation':" + generation + "},'spec':" + spec
            + ",'status':" + status + "}"));
  }

  @Nested
  class ADeployment {

    private Workload deployment(String spec, String status) {
      return workload("deployments", 2, spec, status);
    }

    @Test
    void isReadyWhenAllOfItsNewestPodsAreAvailable() {
      var web = deployment(
          "{'replicas':2}", "{'observedGeneration':2,'availableReplicas':2,'updatedReplicas':2}");

      assertThat(web.name()).isEqualTo("deployment/web");
      assertThat(web.isReady()).isTrue();
      assertThat(web.wantsNone()).isFalse();
    }

    @Test
    void isNotReadyBehindItsGenerationWhateverItsNumbersSay() {
      assertThat(deployment(
                  "{'replicas':2}",
                  "{'observedGeneration':1,'availableReplicas':2,'updatedReplicas':2}")
              .isReady())
          .isFalse();
    }

    @Test
    void isNotReadyAsLongAsOldPodsServe() {
      var web = deployment(
          "{'replicas':2}", "{'observedGeneration':2,'availableReplicas':2,'updatedReplicas':1}");

      assertThat(web.isReady()).isFalse();
      assertThat(web.state()).isEqualTo("1 of 2 are ready");
    }

    @Test
    void nobodyHasSeenYetIsNotReady() {
      assertThat(deployment("{'replicas':2}", "{}").isReady()).isFalse();
      assertThat(deployment("{'replicas':0}", "{}").isReady()).isFalse();
    }

    @Test
    void wantsOnePodUnlessItSays() {
      assertThat(deployment("{}", "{'observedGeneration':2}").isReady()).isFalse();
      assertThat(
              deployment("{}", "{'observedGeneration':2,'availableReplicas':1,'updatedReplicas':1}")
                  .isReady())
          .isTrue();
    }

    @Test
    void ofNoReplicasIsReadyAndWantsNone() {
      var web = deployment("{'replicas':0}", "{'observedGeneration':2}");

      assertThat(web.isReady()).isTrue();
      assertThat(web.wantsNone()).isTrue();
    }
  }

  @Nested
  class AStatefulSet {

    @Test
    void isReadyAsADeploymentIs() {
      assertThat(workload(
                  "statefulsets",
                  1,
                  "{'replicas':3}",
                  "{'observedGeneration':1,'availableReplicas':3,'updatedReplicas':3}")
              .isReady())
          .isTrue();
      var behind = workload(
          "statefulsets",
          1,
          "{'replicas':3}",
          "{'observedGeneration':1,'availableReplicas':2,'updatedReplicas':3}");
      assertThat(behind.isReady()).isFalse();
      assertThat(behind.state()).isEqualTo("2 of 3 are ready");
    }
  }

  @Nested
  class ADaemonSet {

    private Workload daemons(String status) {
      return workload("daemonsets", 1, "{}", status);
    }

    @Test
    void wantsAPodOnEveryNodeThatFits() {
      assertThat(daemons(
                  "{'observedGeneration':1,'desiredNumberScheduled':2,'numberAvailable':2,'updatedNumberScheduled':2}")
              .isReady())
          .isTrue();
      assertThat(daemons(
                  "{'observedGeneration':1,'desiredNumberScheduled':2,'numberAvailable':1,'updatedNumberScheduled':2}")
              .isReady())
          .isFalse();
      assertThat(daemons(
                  "{'observedGeneration':1,'desiredNumberScheduled':2,'numberAvailable':2,'updatedNumberScheduled':1}")
              .isReady())
          .isFalse();
    }

    @Test
    void thatFitsOnNoNodeWantsNone() {
      var none = daemons("{'observedGeneration':1,'desiredNumberScheduled':0}");

      assertThat(none.isReady()).isTrue();
      assertThat(none.wantsNone()).isTrue();
    }

    @Test
    void nobodyHasSeenYetDoesNotWantNone() {
      assertThat(daemons("{}").isReady()).isFalse();
    }
  }

  @Nested
  class AJob {

    private Workload job(String spec, String status) {
      return workload("jobs", 1, spec, status);
    }

    @Test
    void isReadyWhenItCameToItsEnd() {
      assertThat(job("{'completions':2}", "{'succeeded':1}").isReady()).isFalse();
      assertThat(job("{'completions':2}", "{'succeeded':2}").isReady()).isTrue();
      assertThat(job("{}", "{'active':1}").isReady()).isFalse();
      assertThat(job("{}", "{'succeeded':1}").isReady()).isTrue();
    }

    /** By its own policy a job may be complete before all of it succeeded. */
    @Test
    void isReadyWhereItSaysThatItIsComplete() {
      assertThat(job(
                  "{'completions':5}",
                  "{'succeeded':1,'conditions':[{'type':'Complete','status':'True'}]}")
              .isReady())
          .isTrue();
    }

    @Test
    void thatFailedWillNotBeReady() {
      var failed = job("{}", "{'failed':7,'conditions':[{'type':'Failed','status':'True'}]}");

      assertThat(failed.isReady()).isFalse();
      assertThat(failed.hasFailed()).isTrue();
      assertThat(failed.state()).isEqualTo("it has failed");
    }

    @Test
    void thatFailedOnceAndTriesAgainHasNotFailed() {
      var trying = job("{}", "{'failed':1,'conditions':[{'type':'Failed','status':'False'}]}");

      assertThat(trying.hasFailed()).isFalse();
      assertThat(trying.isReady()).isFalse();
    }

    @Test
    void thatIsSuspendedWantsNone() {
      var suspended = job(
          "{'suspend':true,'completions':3}",
          "{'conditions':[{'type':'Suspended','status':'True'}]}");

      assertThat(suspended.isReady()).isTrue();
      assertThat(suspended.wantsNone()).isTrue();
    }
  }
}
