package eu.sortie.drill;

import eu.sortie.inventory.Item;
import eu.sortie.inventory.Kind;
import eu.sortie.inventory.Value;
import eu.sortie.scenario.ObjectTraits;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Takes the SHA-256 of bytes as they pass, and remembers whether it was their own end that broke. */
final class DigestingStream extends FilterInputStream {

  private static final int SKIPPED_AT_ONCE = 8192;

  private final MessageDigest digest;
  private long bytes;
  private @Nullable IOException broke;

  DigestingStream(InputStream stream) {
    this(stream, sha256());
  }

  private DigestingStream(InputStream stream, MessageDigest digest) {
    super(new DigestInputStream(stream, digest));
    this.digest = digest;
  }

  @Override
  public int read() throws IOException {
    try {
      int one = super.read();
      bytes += one < 0 ? 0 : 1;
      return one;
    } catch (IOException failed) {
      broke = failed;
      throw failed;
    }
  }

  @Override
  public int read(byte[] buffer, int from, int length) throws IOException {
    try {
      int read = super.read(buffer, from, length);
      bytes += Math.max(read, 0);
      return read;
    } catch (IOException failed) {
      broke = failed;
      throw failed;
    }
  }

  /** What is skipped belongs to the digest all the same. */
  @Override
  public long skip(long count) throws IOException {
    return readNBytes((int) Math.min(Math.max(count, 0), SKIPPED_AT_ONCE)).length;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  /** Reads what nobody wanted, so that the digest is of the whole. */
  void drain() throws BrokenOffException {
    try {
      transferTo(OutputStream.nullOutputStream());
    } catch (IOException failed) {
      throw new BrokenOffException(failed);
    }
  }

  /** The item with what its bytes show, where items of its kind have content. */
  Item sealed(Item item, Kind kind) {
    return kind.traits().contains(ObjectTraits.CONTENT)
        ? item.with(ObjectTraits.CONTENT, Value.text(hex()))
            .with(ObjectTraits.SIZE, Value.text(String.valueOf(bytes)))
        : item;
  }

  /** 64 hex digits. */
  String hex() {
    return HexFormat.of().formatHex(digest.digest());
  }

  long bytes() {
    return bytes;
  }

  /** Why the bytes stopped coming; null where they came to their end, or are still coming. */
  @Nullable
  IOException broke() {
    return broke;
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException absent) {
      throw new IllegalStateException("every Java platform has SHA-256", absent);
    }
  }
}
