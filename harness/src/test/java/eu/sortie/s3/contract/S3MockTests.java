package eu.sortie.s3.contract;

import eu.sortie.testbed.EmbeddedServers;
import eu.sortie.testkit.Deviation;
import org.junit.jupiter.api.extension.ExtendWith;

/** S3Mock as a source, as a destination and read back. */
@ExtendWith(EmbeddedServers.class)
class S3MockTests extends S3Contracts {

  S3MockTests(EmbeddedServers.Pair servers) {
    super(
        servers.keepingDestination(),
        new Deviation(
            "aDeleteMarkerArrivesOrIsRefused",
            "delete markers listed",
            "S3Mock answers a DELETE with another version id than it lists the marker under"),
        new Deviation(
            "aRedirectArrivesOrIsConceded",
            "trait=redirect-location, change=lost",
            "S3Mock takes a redirect with success and does not keep it"),
        new Deviation(
            "anItemArrivesWithItsBytesAndTraits",
            "became=text/plain;charset=utf-8",
            "S3Mock parses media types, and writes them without the blank"),
        new Deviation(
            "traitsAreReadAsTheyWereWritten",
            "became=text/plain;charset=utf-8",
            "S3Mock parses media types, and writes them without the blank"),
        new Deviation(
            "tagsArriveOrAreConceded",
            "a%20b%2Bc",
            "S3Mock keeps tags that come with a PUT as they are escaped"));
  }
}
