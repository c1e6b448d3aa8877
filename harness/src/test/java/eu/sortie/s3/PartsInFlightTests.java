package eu.sortie.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import eu.sortie.testbed.BrokenStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.s3.model.CompletedPart;

@Timeout(30)
class PartsInFlightTests {

  private static final int PART = 1000;

  private final PartsInFlight flight = new PartsInFlight();
  private final byte[] object = new byte[10 * PART + 7];
  private final InputStream rest = new ByteArrayInputStream(object, PART, object.length - PART);
  private final AtomicInteger together = new AtomicInteger();
  private final AtomicInteger mostTogether = new AtomicInteger();

  PartsInFlightTests() {
    new Random(1).nextBytes(object);
  }

  private static CompletedPart part(int number) {
    return CompletedPart.builder().partNumber(number).build();
  }

  private byte[] first() {
    return Arrays.copyOf(object, PART);
  }

  private CompletedPart counted(int number, CountDownLatch until) {
    mostTogether.accumulateAndGet(together.incrementAndGet(), Math::max);
    try {
      assertThat(until.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    together.decrementAndGet();
    return part(number);
  }

  @Test
  void everyByteIsSentOnceAndPartsAreNamedInTheirOrder() throws IOException {
    var sent = new byte[11][];
    var parts = flight.send(first(), rest, PART, 1, (bytes, number) -> {
      sent[number - 1] = bytes.clone();
      return part(number);
    });

    assertThat(parts)
        .extracting(CompletedPart::partNumber)
        .containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
    var all = new ByteArrayOutputStream();
    for (var bytes : sent) {
      all.write(bytes);
    }
    assertThat(all.toByteArray()).isEqualTo(object);
    assertThat(sent[10]).hasSize(7);
  }

  @Test
  void aPartIsSentWhileTheNextIsRead() throws IOException {
    var secondIsSent = new CountDownLatch(2);
    flight.send(first(), rest, PART, 1, (bytes, number) -> {
      secondIsSent.countDown();
      return counted(number, secondIsSent);
    });

    assertThat(mostTogether.get()).isBetween(2, PartsInFlight.MOST_AT_ONCE);
  }

  @Test
  void whereThereIsNoRoomForAnotherOneFollowsTheOther() throws IOException {
    flight.holding(
        64,
        () -> flight.send(
            first(), rest, PART, 64, (bytes, number) -> counted(number, new CountDownLatch(0))));

    assertThat(mostTogether).hasValue(1);
  }

  @Test
  void whatWasHeldIsFreeAfterwards() throws IOException {
    for (int time = 0; time < 5; time++) {
      flight.holding(
          16,
          () -> flight.send(
              first(),
              new ByteArrayInputStream(object),
              PART,
              16,
              (bytes, number) -> part(number)));
    }

    assertThat(flight.<String>holding(PartsInFlight.MOST_HELD_MIB, () -> "all of it"))
        .isEqualTo("all of it");
  }

  @Test
  void anObjectThatHoldsMoreThanAllWaitsForAllOnly() throws IOException {
    assertThat(flight.<String>holding(1000, () -> "alone")).isEqualTo("alone");
  }

  @Test
  void theFirstRefusalEndsItAndNothingIsStillOnItsWay() {
    assertThatExceptionOfType(SdkClientException.class)
        .isThrownBy(() -> flight.send(first(), rest, PART, 1, (bytes, number) -> {
          if (number == 3) {
            throw SdkClientException.create("no more");
          }
          return counted(number, new CountDownLatch(0));
        }))
        .withMessageContaining("no more");
    assertThat(together).hasValue(0);
  }

  @Test
  void bytesThatBreakOffAreTheirOwnFault() {
    assertThatIOException()
        .isThrownBy(() -> flight.send(
            first(),
            new SequenceInputStream(
                new ByteArrayInputStream(new byte[3 * PART]), new BrokenStream()),
            PART,
            1,
            (bytes, number) -> counted(number, new CountDownLatch(0))));
    assertThat(together).hasValue(0);
  }
}
