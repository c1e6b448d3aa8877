package eu.sortie.s3;

import eu.sortie.measure.Meter;

/** Counts what is received, and how long it was waited for. */
record Received(Meter meter, String operation) implements CountingStream.Count {

  @Override
  public void add(long bytes) {
    meter.received(operation, bytes);
  }

  @Override
  public void waited(long nanos) {
    meter.waited(nanos);
  }
}
