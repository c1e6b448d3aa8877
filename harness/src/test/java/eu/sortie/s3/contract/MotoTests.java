package eu.sortie.s3.contract;

import eu.sortie.scenario.End;
import eu.sortie.testbed.Lab;
import eu.sortie.testbed.NeedsLab;

/** Moto, which plays AWS, as a source, as a destination and read back. */
@NeedsLab(because = "what a real server does shows only there")
class MotoTests implements S3Contracts {

  private final End end;

  MotoTests(Lab lab) {
    end = lab.moto();
  }

  @Override
  public End end() {
    return end;
  }
}
