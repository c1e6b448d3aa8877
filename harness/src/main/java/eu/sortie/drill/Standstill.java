package eu.sortie.drill;

import eu.sortie.measure.Durations;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A drill that waits for somebody to renew credentials, and goes on where it stood.
 *
 * <p>All threads wait; one of them begins its item anew now and then, and when that works all go on. Time counts as waited only while none of
 * them has anything under way, so an exit is never said to be faster than it was.
 */
final class Standstill {

  private static final Duration TURN = Duration.ofMillis(100);

  private final Duration patience;
  private final Duration probe;
  private final StopSign stopSign;
  private final LongSupplier nanos;
  private final Consumer<String> told;

  private @Nullable ExpiredAtException expired;
  private @Nullable IOException gaveUp;
  private @Nullable Thread prober;
  private long since;
  private int underWay;
  private long allWaitSince;
  private Duration waited = Duration.ZERO;

  /**
   * Nobody waits yet.
   *
   * @param patience how long it is waited for credentials
   * @param probe how long between two tries
   * @param told what a person should know, once each time
   */
  Standstill(
      Duration patience,
      Duration probe,
      StopSign stopSign,
      LongSupplier nanos,
      Consumer<String> told) {
    this.patience = patience;
    this.probe = probe;
    this.stopSign = stopSign;
    this.nanos = nanos;
    this.told = told;
  }

  /** Begins what it is asked to, and again whenever credentials that expired work again. */
  <T> T through(Pause.Attempt<T> attempt) throws IOException {
    while (true) {
      awaitTurn();
      begins();
      try {
        var result = attempt.begin();
        goesOn();
        return result;
      } catch (ExpiredAtException failed) {
        stand(failed);
      } catch (IOException | RuntimeException | Error other) {
        breakOff(other);
        throw other;
      } finally {
        ends();
      }
    }
  }

  /** How long nothing was under way, for credentials had expired. */
  synchronized Duration waited() {
    return expired != null && underWay == 0
        ? waited.plusNanos(nanos.getAsLong() - allWaitSince)
        : waited;
  }

  private void awaitTurn() throws IOException {
    while (!isMyTurn()) {
      stopSign.checkFor(TURN);
    }
    if (isProber()) {
      stopSign.checkFor(probe);
    }
  }

  /** Whether nobody waits, or this thread is the one that tries. */
  private synchronized boolean isMyTurn() throws IOException {
    if (gaveUp != null) {
      throw gaveUp;
    }
    if (expired == null) {
      return true;
    }
    if (prober == null) {
      prober = Thread.currentThread();
    }
    return isProber();
  }

  private synchronized boolean isProber() {
    return expired != null && prober == Thread.currentThread();
  }

  private synchronized void begins() {
    if (underWay == 0 && expired != null) {
      waited = waited.plusNanos(nanos.getAsLong() - allWaitSince);
    }
    underWay++;
  }

  private synchronized void ends() {
    underWay--;
    if (expired != null) {
      allWaitSince = nanos.getAsLong();
    }
  }

  private synchronized void stand(ExpiredAtException failed) throws IOException {
    if (gaveUp != null) {
      throw gaveUp;
    }
    if (expired == null) {
      if (!failed.isRenewable() || patience.isZero()) {
        gaveUp = failed;
        throw failed;
      }
      expired = failed;
      since = nanos.getAsLong();
      told.accept(
          "the credentials of the %s expired: %s. The drill stands still, tries every %s whether they work again and goes on by itself; after %s it ends"
              .formatted(
                  failed.side().name().toLowerCase(Locale.ROOT),
                  failed.getMessage(),
                  Durations.print(probe),
                  Durations.print(patience)));
    } else if (nanos.getAsLong() - since >= patience.toNanos()) {
      gaveUp = failed;
      throw failed;
    }
  }

  /** What ends the one that tries ends the stage; the others must not wait for it. */
  private synchronized void breakOff(Throwable other) {
    if (isProber()) {
      gaveUp = new IOException(String.valueOf(other.getMessage()), other);
    }
  }

  private synchronized void goesOn() {
    if (isProber()) {
      expired = null;
      prober = null;
      told.accept("the credentials work again: the drill goes on after %s"
          .formatted(Durations.brief(Duration.ofNanos(nanos.getAsLong() - since))));
    }
  }
}
