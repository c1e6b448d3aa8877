package eu.sortie.cli;

import eu.sortie.scenario.End;
import eu.sortie.scenario.Misuse;
import eu.sortie.spi.Estate;
import eu.sortie.spi.PlantedCase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.core.sync.RequestBody;

/** Stands for the scenarios that ship, which are a module further up. */
public final class SampleCatalogue implements Catalogue {

  @Override
  public List<Published> published() {
    return List.of(
        new Published(
            "sample-leaves-s3",
            "Three items.",
            "sample-leaves-s3.yaml",
            Samples.TINY
                .replace("Tiny leaves", "Sample leaves")
                .replace("bucket: tiny", "bucket: sample"),
            own -> {
              if (own.isPresent()) {
                throw new Misuse("--estate: sample-leaves-s3 brings its own");
              }
              return Optional.of(new Items("sample", List.of("one", "two", "three"), ""));
            }),
        new Published(
            "tagged-leaves-s3",
            "Two items with a tag.",
            "tagged-leaves-s3.yaml",
            Samples.TINY
                .replace("Tiny leaves", "Tagged leaves")
                .replace("bucket: tiny", "bucket: tagged"),
            own -> Optional.of(new Items("tagged", List.of("one", "two"), "owner=Anna"))));
  }

  @Override
  public Estate folder(Path folder, String bucket) {
    try (var files = Files.list(folder)) {
      return new Items(
          bucket, files.map(file -> file.getFileName().toString()).sorted().toList(), "");
    } catch (IOException unreadable) {
      throw new Misuse(folder + " cannot be read", unreadable);
    }
  }

  private record Items(String bucket, List<String> keys, String tagging) implements Estate {
    @Override
    public String name() {
      return bucket;
    }

    @Override
    public List<PlantedCase> plant(End source) {
      try (var client = RealEnds.client(source)) {
        client.createBucket(create -> create.bucket(bucket));
        keys.forEach(key -> client.putObject(
            put -> {
              put.bucket(bucket).key(key).contentType("text/plain");
              if (!tagging.isEmpty()) {
                put.tagging(tagging);
              }
            },
            RequestBody.fromString(key)));
        return List.of();
      }
    }
  }
}
