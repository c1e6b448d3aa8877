package eu.sortie.proof;

import java.io.IOException;
import java.util.List;

/** Several faults, of which the first that strikes a request answers it. */
record Together(List<Fault> faults) implements Fault {

  Together(Fault... faults) {
    this(List.of(faults));
  }

  @Override
  public boolean strikes(Call call) {
    return faults.stream().anyMatch(fault -> fault.strikes(call));
  }

  @Override
  public HttpAnswer serve(Call call, Server server) throws IOException {
    return faults.stream()
        .filter(fault -> fault.strikes(call))
        .findFirst()
        .orElseThrow()
        .serve(call, server);
  }
}
