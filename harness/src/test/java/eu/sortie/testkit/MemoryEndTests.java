package eu.sortie.testkit;

import eu.sortie.scenario.End;
import eu.sortie.spi.Protocol;
import org.junit.jupiter.api.Nested;

class MemoryEndTests {

  interface Contracts
      extends ProtocolContract, SourceContract, DestinationContract, WitnessContract {}

  private static final Protocol MEMORY = new MemoryProtocol();

  @Nested
  class WithVersions implements Contracts {
    @Override
    public Protocol protocol() {
      return MEMORY;
    }

    @Override
    public End end() {
      return MemoryProtocol.end("europe", "with versions", true);
    }
  }

  @Nested
  class WithoutVersions implements Contracts {
    @Override
    public Protocol protocol() {
      return MEMORY;
    }

    @Override
    public End end() {
      return MemoryProtocol.end("europe", "without versions", false);
    }
  }
}
