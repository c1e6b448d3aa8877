package eu.sortie.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a drill could leave behind on this machine and at the ends of the tests.
 *
 * @param temporary what is in a folder for temporary files that is the test's alone
 * @param children processes of this JVM
 * @param buckets at both ends of the tests
 */
record Traces(Set<String> temporary, Set<String> children, Set<String> buckets) {

  static Traces now(Path folder) {
    var buckets = new TreeSet<String>();
    RealEnds.buckets(RealEnds.source()).forEach(bucket -> buckets.add("aws/" + bucket));
    RealEnds.buckets(RealEnds.destination()).forEach(bucket -> buckets.add("europe/" + bucket));
    var children = ProcessHandle.current()
        .descendants()
        .filter(ProcessHandle::isAlive)
        .map(process -> Long.toString(process.pid()))
        .collect(Collectors.toCollection(TreeSet::new));
    return new Traces(names(folder), children, buckets);
  }

  private static Set<String> names(Path folder) {
    try (var files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .collect(Collectors.toCollection(TreeSet::new));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
