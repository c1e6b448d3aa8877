package eu.sortie.proof;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** Something goes wrong with the history of a key. */
sealed interface VersionFault extends Fault {

  String ID = "x-amz-version-id";

  /** The n-th version that is written is taken with success and kept nowhere. */
  record PretendsToStore(String key, int number, AtomicInteger seen) implements VersionFault {
    @Override
    public boolean strikes(Call call) {
      return call.putsObject() && call.key().equals(key);
    }

    @Override
    public HttpAnswer serve(Call call, Server server) throws IOException {
      return seen.incrementAndGet() == number
          ? HttpAnswer.of(200).with("ETag", "\"made-up\"").with(ID, MADE_UP)
          : server.ask(call.http());
    }
  }

  String MADE_UP = "3f2c1a94-0000-4000-8000-5a0b1c2d3e4f";

  /** Each version that is written takes the place of the one before. */
  record Merges(String key, AtomicReference<String> last) implements VersionFault {
    @Override
    public boolean strikes(Call call) {
      return call.putsObject() && call.key().equals(key);
    }

    @Override
    public HttpAnswer serve(Call call, Server server) throws IOException {
      var answer = server.ask(call.http());
      var before = last.getAndSet(answer.fields().first(ID).orElse(""));
      if (!before.isEmpty()) {
        var path = call.http().target().split("\\?", 2)[0];
        server.ask(new HttpCall(
            "DELETE", path + "?versionId=" + Escaped.text(before), Fields.NONE, new byte[0]));
      }
      return answer;
    }
  }

  /** A delete marker is taken with success and not made. */
  record SkipsDeleteMarker(String key) implements VersionFault {
    @Override
    public boolean strikes(Call call) {
      return call.deletes() && call.key().equals(key);
    }

    @Override
    public HttpAnswer serve(Call call, Server server) {
      return HttpAnswer.of(204).with("x-amz-delete-marker", "true").with(ID, MADE_UP);
    }
  }

  /** Of every version the first one that was written is shown. */
  record ServesTheOldest(String key, AtomicReference<String> first) implements VersionFault {
    @Override
    public boolean strikes(Call call) {
      return (call.putsObject() || (call.getsObject() && call.query().containsKey("versionId")))
          && call.key().equals(key);
    }

    @Override
    public HttpAnswer serve(Call call, Server server) throws IOException {
      if (call.putsObject()) {
        var answer = server.ask(call.http());
        first.compareAndSet("", answer.fields().first(ID).orElse(""));
        return answer;
      }
      return server.ask(call.http()
          .withTarget(call.http()
              .target()
              .replaceFirst("versionId=[^&]*", "versionId=" + Escaped.text(first.get()))));
    }
  }

  /** An entry of a key's history, the newest being 0, is not listed. */
  record Hides(String key, int age) implements VersionFault {
    @Override
    public boolean strikes(Call call) {
      return call.listsVersions();
    }

    @Override
    public HttpAnswer serve(Call call, Server server) throws IOException {
      var page = Page.of(server.ask(call.http()));
      var left = new ArrayList<String>();
      int seen = 0;
      for (var entry : page.entries()) {
        if (!page.key(entry).equals(key) || seen++ != age) {
          left.add(entry);
        }
      }
      return page.with(left).answer();
    }
  }

  /** The delete markers of a key are not listed. */
  record HidesDeleteMarkers(String key) implements VersionFault {
    @Override
    public boolean strikes(Call call) {
      return call.listsVersions();
    }

    @Override
    public HttpAnswer serve(Call call, Server server) throws IOException {
      var page = Page.of(server.ask(call.http()));
      return page.with(page.entries().stream()
              .filter(entry ->
                  !entry.startsWith("<DeleteMarker>") || !page.key(entry).equals(key))
              .toList())
          .answer();
    }
  }

  /** The history of a key is listed back to front. */
  record Reverses(String key) implements VersionFault {
    @Override
    public boolean strikes(Call call) {
      return call.listsVersions();
    }

    @Override
    public HttpAnswer serve(Call call, Server server) throws IOException {
      var page = Page.of(server.ask(call.http()));
      var history = new ArrayList<>(
          page.entries().stream().filter(entry -> page.key(entry).equals(key)).toList());
      var turned = new ArrayList<String>();
      for (var entry : page.entries()) {
        turned.add(page.key(entry).equals(key) ? history.remove(history.size() - 1) : entry);
      }
      return page.with(List.copyOf(turned)).answer();
    }
  }
}
