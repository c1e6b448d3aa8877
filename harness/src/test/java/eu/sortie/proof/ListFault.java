package eu.sortie.proof;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.stream.Stream;

/** Something goes wrong with a listing. */
sealed interface ListFault extends Fault {

  @Override
  default boolean strikes(Call call) {
    return call.lists();
  }

  /** A key is not listed. */
  record Hides(String key) implements ListFault {
    @Override
    public HttpAnswer serve(Call call, Server server) throws IOException {
      var page = Page.of(server.ask(call.http()));
      return page.with(page.entries().stream()
              .filter(entry -> !page.key(entry).equals(key))
              .toList())
          .answer();
    }
  }

  /** The tail of the list is missing, and it says that nothing is. */
  record CutsShort(int entries) implements ListFault {
    @Override
    public HttpAnswer serve(Call call, Server server) throws IOException {
      var page = Page.of(server.ask(call.http()));
      return page.entries().size() <= entries
          ? page.answer()
          : page.with(page.entries().subList(0, entries)).thatIsAll().answer();
    }
  }

  /** The list comes back to front. */
  record Reverses() implements ListFault {
    @Override
    public HttpAnswer serve(Call call, Server server) throws IOException {
      var page = Page.of(server.ask(call.http()));
      var reversed = new ArrayList<>(page.entries());
      Collections.reverse(reversed);
      return page.with(reversed).answer();
    }
  }

  /** Every entry is listed twice. */
  record Doubles() implements ListFault {
    @Override
    public HttpAnswer serve(Call call, Server server) throws IOException {
      var page = Page.of(server.ask(call.http()));
      return page.with(
              page.entries().stream().flatMap(entry -> Stream.of(entry, entry)).toList())
          .answer();
    }
  }

  /** The list comes in small pages. */
  record SmallPages(int entries) implements ListFault {
    @Override
    public HttpAnswer serve(Call call, Server server) throws IOException {
      return server.ask(Page.sized(call.http(), entries));
    }
  }

  /** The list comes in small pages, and in place of the second comes the first once more. */
  record RepeatsAPage(int entries) implements ListFault {
    @Override
    public HttpAnswer serve(Call call, Server server) throws IOException {
      var small = Page.sized(call.http(), entries);
      var page = Page.of(server.ask(small));
      if (!call.query().containsKey("continuation-token")) {
        return page.answer();
      }
      var first = Page.of(server.ask(Page.first(small)));
      return page.with(first.entries()).answer();
    }
  }
}
