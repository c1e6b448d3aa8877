package eu.sortie.s3.contract;

import eu.sortie.s3.S3Protocol;
import eu.sortie.scenario.End;
import eu.sortie.spi.Protocol;
import eu.sortie.testkit.DestinationContract;
import eu.sortie.testkit.Deviation;
import eu.sortie.testkit.ProtocolContract;
import eu.sortie.testkit.SourceContract;
import eu.sortie.testkit.WitnessContract;
import java.util.List;

/** All that the S3 adapter owes, at one server. */
abstract class S3Contracts
    implements ProtocolContract, SourceContract, DestinationContract, WitnessContract {

  private final End end;
  private final List<Deviation> deviations;

  S3Contracts(End end, Deviation... deviations) {
    this.end = end;
    this.deviations = List.of(deviations);
  }

  @Override
  public Protocol protocol() {
    return new S3Protocol();
  }

  @Override
  public End end() {
    return end;
  }

  @Override
  public List<Deviation> deviations() {
    return deviations;
  }
}
