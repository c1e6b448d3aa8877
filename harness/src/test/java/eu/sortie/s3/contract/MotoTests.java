package eu.sortie.s3.contract;

import eu.sortie.testbed.Lab;
import eu.sortie.testbed.NeedsLab;

/** Moto, which plays AWS, as a source, as a destination and read back. */
@NeedsLab(because = "what a real server does shows only there")
class MotoTests extends S3Contracts {

  MotoTests(Lab lab) {
    super(lab.moto());
  }
}
