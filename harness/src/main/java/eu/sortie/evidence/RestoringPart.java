package eu.sortie.evidence;

import eu.sortie.evidence.BillPart.CostPart;
import eu.sortie.measure.Archived;
import eu.sortie.measure.Restoring;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/** What restoring archived items takes, in the shape of the published schema. */
record RestoringPart(List<ClassPart> classes, CostPart cost) {

  static RestoringPart of(Restoring restoring) {
    return new RestoringPart(
        restoring.classes().stream().map(ClassPart::of).toList(), CostPart.of(restoring.cost()));
  }

  Restoring toRestoring() {
    return new Restoring(classes.stream().map(ClassPart::toClass).toList(), cost.toCost());
  }

  /**
   * What is archived in one storage class.
   *
   * @param longestWait a duration; empty where nobody says
   */
  record ClassPart(
      String storageClass,
      long objects,
      long bytes,
      long unsized,
      String tier,
      String longestWait,
      String unknownBecause) {

    static ClassPart of(Restoring.OfClass one) {
      var archived = one.archived();
      return new ClassPart(
          one.storageClass(),
          archived.objects(),
          archived.bytes(),
          archived.unsized(),
          one.tier(),
          Objects.toString(one.longestWait(), ""),
          one.unknownBecause());
    }

    Restoring.OfClass toClass() {
      return new Restoring.OfClass(
          storageClass,
          new Archived(objects, bytes, unsized),
          tier,
          longestWait.isEmpty() ? null : Duration.parse(longestWait),
          unknownBecause);
    }
  }
}
