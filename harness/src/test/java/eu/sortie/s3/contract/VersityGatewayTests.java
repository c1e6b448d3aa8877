package eu.sortie.s3.contract;

import eu.sortie.testbed.Lab;
import eu.sortie.testbed.NeedsLab;
import eu.sortie.testkit.Deviation;

/** Versity gateway on plain files as a source, as a destination and read back. */
@NeedsLab(because = "what a real server does shows only there")
class VersityGatewayTests extends S3Contracts {

  VersityGatewayTests(Lab lab) {
    super(
        lab.versitygw(),
        new Deviation(
            "keysThatBeginWithASlashArrive",
            "was: <[leading]>",
            "Versity gateway keeps keys as paths, and lists them without the slash they begin with (K02)"),
        new Deviation(
            "keysWithDotSegmentsArrive",
            "[a/b, c, d]",
            "Versity gateway keeps keys as paths, and resolves dots (K04)"),
        new Deviation(
            "keysWithEmptySegmentsArrive",
            "the bytes under 'a//b'",
            "Versity gateway keeps keys as paths, and a//b is the path a/b (K01)"),
        new Deviation(
            "aKeyAndAKeyUnderItArriveBoth",
            "409 ObjectParentIsFile",
            "Versity gateway keeps keys as paths, and a file is no folder (K05)"),
        new Deviation(
            "keysThatEndInASlashArrive",
            "400 DirectoryObjectContainsData",
            "Versity gateway makes a folder of a key that ends in a slash, and folders hold no bytes (K03)"));
  }
}
