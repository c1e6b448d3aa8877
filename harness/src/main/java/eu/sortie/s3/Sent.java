package eu.sortie.s3;

import eu.sortie.measure.Meter;

/** Counts what is sent of one request, and how long its bytes were waited for before they could be sent. */
final class Sent implements CountingStream.Count {

  private final Meter meter;
  private final String operation;
  private long nanos;

  Sent(Meter meter, String operation) {
    this.meter = meter;
    this.operation = operation;
  }

  @Override
  public void add(long bytes) {
    meter.sent(operation, bytes);
  }

  @Override
  public void waited(long some) {
    nanos += some;
  }

  long waited() {
    return nanos;
  }
}
