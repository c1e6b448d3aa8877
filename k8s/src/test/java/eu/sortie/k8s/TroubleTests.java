package eu.sortie.k8s;

import static eu.sortie.k8s.Documents.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TroubleTests {

  private static final String WAITING = "{'metadata':{'name':'web-1'},'status':{'phase':'Pending',"
      + "'containerStatuses':[{'name':'web','ready':false,'restartCount':4,"
      + "'state':{'waiting':{'reason':'CrashLoopBackOff','message':'back-off 40s'}}}]}}";

  private static List<String> lines(String pods, String events, Map<String, String> logs)
      throws IOException {
    return new Trouble(
            path -> json("{'items':[" + (path.contains("/pods?") ? pods : events) + "]}"),
            path -> {
              for (var log : logs.entrySet()) {
                if (path.contains(log.getKey())) {
                  return log.getValue();
                }
              }
              throw new AnswerException(400, "container is waiting to start", null);
            },
            "shop")
        .lines();
  }

  private static String event(String type, String kind, String name, String message) {
    return "{'type':'" + type + "','reason':'Failed','message':'" + message
        + "','involvedObject':{'kind':'" + kind + "','name':'" + name + "'}}";
  }

  @Test
  void aContainerThatWaitsSaysWhyAndHowOftenItBegan() throws IOException {
    assertThat(lines(WAITING, "", Map.of()))
        .containsExactly(
            "pod/web-1, container web: waiting: CrashLoopBackOff, back-off 40s, 4 restarts");
  }

  @Test
  void itsLastWordsAreQuotedLineByLine() throws IOException {
    assertThat(
            lines(WAITING, "", Map.of("/pods/web-1/log?container=web&tailLines=3", "one\ntwo\n")))
        .hasSize(3)
        .endsWith("pod/web-1, container web says: one", "pod/web-1, container web says: two");
  }

  @Test
  void aPodThatNoNodeTakesSaysWhy() throws IOException {
    assertThat(lines(
            "{'metadata':{'name':'web-1'},'status':{'phase':'Pending','conditions':[{'type':'PodScheduled','status':'False','message':'0/1 nodes are available'}]}}",
            "",
            Map.of()))
        .containsExactly("pod/web-1: not scheduled: 0/1 nodes are available");
  }

  @Test
  void podsThatWorkOrAreDoneAreNoTroubleNorAreTheirOldWarnings() throws IOException {
    var ready =
        "{'metadata':{'name':'web-1'},'status':{'phase':'Running','conditions':[{'type':'Ready','status':'True'}]}}";
    var done = "{'metadata':{'name':'job-1'},'status':{'phase':'Succeeded'}}";

    assertThat(lines(
            ready + ',' + done,
            event("Warning", "Pod", "web-1", "probe failed")
                + ','
                + event("Warning", "Pod", "job-1", "back-off"),
            Map.of()))
        .isEmpty();
  }

  @Test
  void warningsAboutWhatRunsAreQuotedOnce() throws IOException {
    var quota = event("Warning", "ReplicaSet", "web-5d", "exceeded quota");

    assertThat(lines("", quota + ',' + quota, Map.of()))
        .containsExactly("ReplicaSet web-5d: Failed: exceeded quota");
  }

  @Test
  void whatIsNormalOrAboutSomethingElseIsNotQuoted() throws IOException {
    assertThat(lines(
            "",
            event("Normal", "Pod", "web-1", "pulled")
                + ','
                + event("Warning", "Ingress", "web", "no address"),
            Map.of()))
        .isEmpty();
  }

  @Test
  void noMoreThanAFewLinesAreShown() throws IOException {
    var pods = java.util.stream.IntStream.range(0, 20)
        .mapToObj(i -> WAITING.replace("web-1", "web-" + i))
        .collect(java.util.stream.Collectors.joining(","));

    assertThat(lines(pods, "", Map.of())).hasSize(8);
  }
}
