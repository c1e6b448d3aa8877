package eu.sortie.testkit;

import eu.sortie.scenario.End;
import eu.sortie.spi.Protocol;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * An end that is held against contracts: all that the author of an adapter fills in.
 *
 * <p>A test class implements the contracts of what its adapter is, and so this:
 *
 * <pre>{@code
 * class MyStoreTests implements ProtocolContract, SourceContract, DestinationContract, WitnessContract {
 *   public Protocol protocol() { return new MyProtocol(); }
 *   public End end() { return MyServer.end(); }
 * }
 * }</pre>
 *
 * <p>Each clause works in buckets of its own, whose names begin with {@code sortie-contract-}, and removes them again. It never looks
 * at others.
 */
@ExtendWith(ContractExtension.class)
public interface EndUnderTest {

  /** The adapter. */
  Protocol protocol();

  /** A server that the adapter may write to. */
  End end();

  /** Where this end does not do what a clause asks for; one that no longer occurs fails. */
  default List<Deviation> deviations() {
    return List.of();
  }
}
