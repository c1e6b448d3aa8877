package eu.sortie.scenarios.estate;

import eu.sortie.spi.PlantedCase;
import java.util.List;

/** What the failure catalogue numbers, from keys to protocol, and no bucket of the lab can hold; each with the reason. */
final class NotHeld {

  private NotHeld() {}

  static List<PlantedCase> all() {
    return List.of(
        notHeld(
            "K10",
            "a bucket name that is taken, has dots, or is not allowed elsewhere",
            "an estate has one bucket, and a drill gives the destination's a name of its own, made of small letters, digits and hyphens (BucketNameTests)"),
        notHeld(
            "O18",
            "an archived object at the destination, overwritten by a copy",
            "a drill writes into an empty bucket only, so there is nothing to overwrite"),
        notHeld(
            "O19",
            "an object larger than a destination takes, 5 TiB and more",
            "no server of the lab has the room; what is refused for its size is named in the destination's own words, like any refusal"),
        notHeld(
            "O20",
            "more than 1,000 parts",
            "the least a part may have is 5 MiB, so this takes 5 GB in every drill; how the writer chooses its parts is tested without bytes (ObjectWriterTests)"),
        notHeld(
            "O25",
            "a lock in compliance that keeps the source from being erased after the exit",
            "nothing is ever erased at a source; the lock itself is planted as O24"),
        notHeld(
            "B09",
            "access points, Object Lambda, access points over several regions",
            "they are spoken to through another service than S3, which no server of the lab has"),
        notHeld(
            "P01",
            "checksum trailers that a server refuses",
            "it lies between a client and a server, not in a bucket"),
        notHeld(
            "P02",
            "deletions of many keys without Content-MD5",
            "it lies between a client and a server, not in a bucket; a drill leaves nothing behind in silence: what it could not clear is named"),
        notHeld(
            "P03",
            "a lock configuration without Content-MD5",
            "it lies between a client and a server, not in a bucket; the bucket is planted as B07"),
        notHeld(
            "P04",
            "path style, region and clock",
            "it lies between a client and a server, not in a bucket (ServerClockTests, S3SettingsTests)"),
        notHeld(
            "P05",
            "listings that skip, repeat or escape otherwise",
            "it is what a server does, not what a bucket holds (VersionListingTests); the keys that provoke it are K05 to K07"),
        notHeld(
            "P06",
            "attributes and part numbers that a server does not know",
            "it is what a server answers, not what a bucket holds; content is compared by its bytes"),
        notHeld(
            "P07",
            "answers of 503 and limits of rate",
            "it is what a server does under load, not what a bucket holds"),
        notHeld(
            "P08",
            "conditional writes and error codes that differ",
            "it is between an application and a server; a drill makes no conditional write"),
        notHeld(
            "P09",
            "credentials that expire on the way",
            "it is about who signs, not about what a bucket holds"),
        notHeld(
            "P10",
            "a mover that ends well with nothing moved",
            "it is about a mover; a drill that compared nothing is inconclusive (JudgementTests)"),
        notHeld(
            "P11",
            "verification by size alone",
            "it is about a mover; a drill compares the digest of every byte (DamageTests)"),
        notHeld(
            "P12",
            "writes while items leave",
            "it takes somebody who writes during the drill, when an estate stands long since"),
        notHeld(
            "P13",
            "listings in pages that count too few",
            "it is what a server does, not what a bucket holds; what was listed, read and written is reckoned up (ReckoningTests)"),
        notHeld(
            "P14",
            "a size from metrics that are days old",
            "a drill counts the bytes it reads and asks no metric"));
  }

  private static PlantedCase notHeld(String id, String what, String because) {
    return new PlantedCase(id, what, List.of(), "not held by any bucket: " + because);
  }
}
