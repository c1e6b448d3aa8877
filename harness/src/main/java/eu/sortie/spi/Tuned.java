package eu.sortie.spi;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How the clients of an end may be set, found by trying.
 *
 * @param findings one for each thing tried, in that order; a no is a way that does not work, and another may
 * @param settings that worked, by their keys in an environment file; empty where none did
 */
public record Tuned(List<Finding> findings, SortedMap<String, String> settings) {

  /** Of an end whose clients have nothing to set. */
  public static final Tuned NOTHING_TO_TRY = new Tuned(List.of(), new TreeMap<>());

  public Tuned {
    findings = List.copyOf(findings);
    settings = Collections.unmodifiableSortedMap(new TreeMap<>(settings));
  }
}
