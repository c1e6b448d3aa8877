package eu.sortie.oci;

import eu.sortie.inventory.Item;
import eu.sortie.spi.Reading;
import java.io.IOException;
import java.io.InputStream;

/** A blob being read, as it comes. */
record OpenBlob(Item item, Answer answer, long announcedBytes, String library) implements Reading {

  @Override
  public InputStream bytes() {
    return answer.body();
  }

  @Override
  public void close() throws IOException {
    answer.close();
  }
}
