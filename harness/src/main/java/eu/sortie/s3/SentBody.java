package eu.sortie.s3;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.hc.core5.http.io.entity.AbstractHttpEntity;
import software.amazon.awssdk.http.ContentStreamProvider;

/** A body on its way out, in few and large writes. */
final class SentBody extends AbstractHttpEntity {

  private static final int AT_ONCE = 128 * 1024;

  private final ContentStreamProvider content;
  private final long length;

  /** A body of so many bytes; -1 where that is not known. */
  SentBody(ContentStreamProvider content, long length) {
    super((String) null, null, length < 0);
    this.content = content;
    this.length = length;
  }

  @Override
  public long getContentLength() {
    return length;
  }

  @Override
  public InputStream getContent() {
    return content.newStream();
  }

  @Override
  public void writeTo(OutputStream wire) throws IOException {
    try (var bytes = content.newStream()) {
      var buffer = new byte[(int) Math.min(AT_ONCE, length < 0 ? AT_ONCE : Math.max(1, length))];
      long sent = 0;
      for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
        wire.write(buffer, 0, read);
        sent += read;
      }
      if (sent < length) {
        // The end would wait for the rest.
        throw new EOFException("%d of %d bytes came to be sent".formatted(sent, length));
      }
    }
  }

  @Override
  public boolean isStreaming() {
    return false;
  }

  @Override
  public void close() {
    // Each stream is closed by whoever opened it.
  }
}
