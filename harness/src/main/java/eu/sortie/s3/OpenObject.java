package eu.sortie.s3;

import eu.sortie.inventory.Item;
import eu.sortie.s3.bucket.BucketItem;
import eu.sortie.spi.Reading;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** An object whose bytes are on their way. */
record OpenObject(Item item, long announcedBytes, InputStream bytes, String library)
    implements Reading {

  /** A bucket whose configurations are at hand; its bytes are the export. */
  static OpenObject of(BucketItem bucket, Item listed, String library) {
    var json = bucket.json().getBytes(StandardCharsets.UTF_8);
    return new OpenObject(
        listed.with(bucket.traits()), json.length, new ByteArrayInputStream(json), library);
  }

  @Override
  public void close() throws IOException {
    bytes.close();
  }
}
