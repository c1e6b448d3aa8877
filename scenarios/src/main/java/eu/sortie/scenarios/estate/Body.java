package eu.sortie.scenarios.estate;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The bytes of an item to plant; can be opened more than once, and at any offset. */
sealed interface Body {

  /** No bytes at all. */
  Body EMPTY = new Bytes(new byte[0]);

  /** A few words, in UTF-8. */
  static Body text(String words) {
    return new Bytes(words.getBytes(StandardCharsets.UTF_8));
  }

  /** How many bytes there are. */
  long size();

  /** Opens the bytes from an offset on. */
  InputStream openAt(long offset) throws IOException;

  /** Bytes kept in memory; nobody changes the array. */
  @SuppressWarnings("ArrayRecordComponent") // never compared, and package-private
  record Bytes(byte[] bytes) implements Body {
    @Override
    public long size() {
      return bytes.length;
    }

    @Override
    public InputStream openAt(long offset) {
      return new ByteArrayInputStream(bytes, (int) offset, bytes.length - (int) offset);
    }
  }

  /** Bytes that no codec makes smaller, the same for the same seed on every machine. */
  record Noise(long seed, long size) implements Body {
    @Override
    public InputStream openAt(long offset) throws IOException {
      var noise = new NoiseStream(seed, size);
      noise.skipNBytes(offset);
      return noise;
    }
  }

  /** The bytes of a file, as many as it had when it was found. */
  record FileBody(Path file, long size) implements Body {
    @Override
    public InputStream openAt(long offset) throws IOException {
      var channel = Files.newByteChannel(file);
      try {
        channel.position(offset);
        return Channels.newInputStream(channel);
      } catch (IOException e) {
        channel.close();
        throw e;
      }
    }
  }
}
