package eu.sortie.drill;

import eu.sortie.measure.Stage;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened in a drill.
 *
 * @param at when, by the wall clock
 * @param since how long after the drill began, by a clock that only goes forward
 * @param stage in which stage; null before the first
 * @param what in one sentence
 */
public record JournalEntry(
    Instant at, Duration since, @Nullable Stage stage, String what) {}
