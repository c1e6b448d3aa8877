package eu.sortie.s3.contract;

import eu.sortie.testbed.Lab;
import eu.sortie.testbed.NeedsLab;
import eu.sortie.testkit.Deviation;

/** MinIO as a source, as a destination and read back. */
@NeedsLab(because = "what a real server does shows only there")
class MinioTests extends S3Contracts {

  MinioTests(Lab lab) {
    super(
        lab.minio(),
        new Deviation(
            "aKeyAndAKeyUnderItArriveBoth",
            "was: <[both]>",
            "MinIO lists one of a key and keys under it (K05)"),
        new Deviation(
            "aRedirectArrivesOrIsConceded",
            "trait=redirect-location, change=lost",
            "MinIO takes a redirect with success and does not keep it"),
        new Deviation(
            "keysThatBeginWithASlashArrive",
            "was: <[leading]>",
            "MinIO keeps keys as paths, and lists them without the slash they begin with (K02)"),
        new Deviation(
            "metadataBeyondAsciiArrivesOrIsConceded",
            "=?UTF-8?b?",
            "MinIO answers metadata beyond ASCII as encoded words of RFC 2047 (O06)"),
        new Deviation(
            "keysWithDotSegmentsArrive",
            "XMinioInvalidResourceName",
            "MinIO keeps keys as paths, and takes no dots for a name (K04)"),
        new Deviation(
            "keysWithEmptySegmentsArrive",
            "XMinioInvalidObjectName",
            "MinIO keeps keys as paths, and takes no empty name (K01)"));
  }
}
