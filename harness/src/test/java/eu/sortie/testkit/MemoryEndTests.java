package eu.sortie.testkit;

import eu.sortie.scenario.End;
import eu.sortie.spi.Protocol;
import org.junit.jupiter.api.Nested;

class MemoryEndTests {

  private static final Protocol MEMORY = new MemoryProtocol();

  interface Contracts
      extends ProtocolContract, SourceContract, DestinationContract, WitnessContract {
    @Override
    default Protocol protocol() {
      return MEMORY;
    }
  }

  @Nested
  class WithVersions implements Contracts {
    @Override
    public End end() {
      return MemoryProtocol.end("europe", "with versions", true);
    }
  }

  @Nested
  class WithoutVersions implements Contracts {
    @Override
    public End end() {
      return MemoryProtocol.end("europe", "without versions", false);
    }
  }
}
