package eu.sortie.s3.contract;

import eu.sortie.testbed.EmbeddedServers;
import eu.sortie.testkit.Deviation;
import org.junit.jupiter.api.extension.ExtendWith;

/** S3Proxy on plain files as a source, as a destination and read back. */
@ExtendWith(EmbeddedServers.class)
class S3ProxyTests extends S3Contracts {

  S3ProxyTests(EmbeddedServers.Pair servers) {
    super(
        servers.destination(),
        new Deviation(
            "anItemArrivesWithItsBytesAndTraits",
            "became=text/plain;charset=utf-8",
            "S3Proxy parses media types, and writes them without the blank"),
        new Deviation(
            "traitsAreReadAsTheyWereWritten",
            "became=text/plain;charset=utf-8",
            "S3Proxy parses media types, and writes them without the blank"),
        new Deviation(
            "keysThatEndInASlashArrive",
            "the bytes under 'folder/'",
            "S3Proxy makes an empty folder on the file system of a key that ends in a slash (K03)"),
        new Deviation(
            "keysWithEmptySegmentsArrive",
            "the bytes under 'a//b'",
            "S3Proxy keeps keys as paths, and a//b is the path a/b (K01)"),
        new Deviation(
            "aKeyAndAKeyUnderItArriveBoth",
            "500 InternalError",
            "S3Proxy keeps keys as paths, and a file is no folder (K05)"),
        new Deviation(
            "keysThatBeginWithASlashArrive",
            "400 InvalidRequest",
            "S3Proxy takes no absolute path (K02)"),
        new Deviation(
            "keysWithDotSegmentsArrive",
            "500 InternalError",
            "S3Proxy keeps keys as paths, and lets none lead elsewhere (K04)"));
  }
}
