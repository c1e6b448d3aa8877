package eu.sortie.proof;

import java.io.IOException;
import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/** The way to a server over one connection, made anew where the server has hung up in between. */
final class Upstream implements AutoCloseable {

  private final InetSocketAddress address;
  private @Nullable Wire open;

  Upstream(InetSocketAddress address) {
    this.address = address;
  }

  HttpAnswer ask(HttpCall call) throws IOException {
    var reused = open;
    if (reused != null) {
      try {
        return keep(reused, reused.ask(call));
      } catch (IOException hungUp) {
        close();
      }
    }
    var fresh = Wire.to(address);
    open = fresh;
    try {
      return keep(fresh, fresh.ask(call));
    } catch (IOException failed) {
      close();
      throw failed;
    }
  }

  private HttpAnswer keep(Wire wire, HttpAnswer answer) {
    if (wire.isOver()) {
      close();
    }
    return answer;
  }

  @Override
  public void close() {
    if (open != null) {
      open.close();
      open = null;
    }
  }
}
