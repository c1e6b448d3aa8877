package eu.sortie.proof;

import java.io.IOException;

/** One thing that goes wrong between Sortie and a server, in silence. */
sealed interface Fault
    permits Fault.None, WriteFault, ReadFault, ListFault, VersionFault, Together {

  /** Whether it has anything to do with a request. */
  boolean strikes(Call call);

  /** Answers a request that it strikes. */
  HttpAnswer serve(Call call, Server server) throws IOException;

  /** The server, which takes what a fault has changed as signed by the client. */
  interface Server {
    HttpAnswer ask(HttpCall changed) throws IOException;
  }

  /** Every request passes. */
  record None() implements Fault {
    @Override
    public boolean strikes(Call call) {
      return false;
    }

    @Override
    public HttpAnswer serve(Call call, Server server) throws IOException {
      return server.ask(call.http());
    }
  }
}
