package eu.sortie.drill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.sortie.spi.EndFaultException;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class PatienceTests {

  private final IOException silence = new IOException("reset");
  private final IOException fault = new EndFaultException("500 InternalError", new IOException());

  private final Patience patience = new Patience("source");

  private void fail(int times, IOException failure) throws SilentEndException {
    for (int i = 0; i < times; i++) {
      patience.failed(failure);
    }
  }

  @Test
  void fiveItemsWithoutAnAnswerAreTheEnd() throws SilentEndException {
    fail(Patience.SILENT - 1, silence);

    assertThatThrownBy(() -> patience.failed(silence))
        .isInstanceOf(SilentEndException.class)
        .hasMessage("5 items in a row failed at the source, the last with: reset");
  }

  @Test
  void aFewItemsThatMeetAFaultStayItems() throws SilentEndException {
    fail(Patience.FAULTY - 1, fault);
    patience.answered();
    fail(Patience.FAULTY - 1, fault);
    patience.answered();

    assertThatCode(patience::over).doesNotThrowAnyException();
  }

  @Test
  void twentyInARowAreTheEnd() throws SilentEndException {
    fail(Patience.FAULTY - 1, fault);

    assertThatThrownBy(() -> patience.failed(fault))
        .isInstanceOf(SilentEndException.class)
        .hasMessageContaining("20 items in a row failed at the source", "500 InternalError");
  }

  @Test
  void whoeverNeverCameBackSaidNothingOfTheLastItems() throws SilentEndException {
    patience.answered();
    fail(Patience.SILENT, fault);

    assertThatThrownBy(patience::over).isInstanceOf(SilentEndException.class);
  }

  @Test
  void oneLastItemThatMeetsAFaultIsAnItem() throws SilentEndException {
    fail(1, fault);

    assertThatCode(patience::over).doesNotThrowAnyException();
    assertThat(Patience.SILENT).isGreaterThan(1);
  }
}
