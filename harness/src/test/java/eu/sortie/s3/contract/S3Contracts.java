package eu.sortie.s3.contract;

import eu.sortie.s3.S3Protocol;
import eu.sortie.spi.Protocol;
import eu.sortie.testkit.DestinationContract;
import eu.sortie.testkit.ProtocolContract;
import eu.sortie.testkit.SourceContract;
import eu.sortie.testkit.WitnessContract;

/** All that the S3 adapter owes, at one server. */
interface S3Contracts
    extends ProtocolContract, SourceContract, DestinationContract, WitnessContract {

  @Override
  default Protocol protocol() {
    return new S3Protocol();
  }
}
