package eu.sortie.measure;

import java.util.Locale;

/** Numbers of bytes as people read them: binary units, the way S3 bills them. */
public final class Bytes {

  /** 2<sup>10</sup> bytes. */
  public static final long KIB = 1L << 10;
  /** 2<sup>20</sup> bytes. */
  public static final long MIB = 1L << 20;
  /** 2<sup>30</sup> bytes, which S3's price list calls a GB. */
  public static final long GIB = 1L << 30;

  private static final String[] UNITS = {"B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"};

  private Bytes() {}

  /** Writes a number of bytes with a unit: {@code 0 B}, {@code 1.50 MiB}, {@code 12.3 GiB}. */
  public static String print(long bytes) {
    if (bytes < KIB) {
      return bytes + " B";
    }
    int unit = (63 - Long.numberOfLeadingZeros(bytes)) / 10;
    double scaled = bytes / Math.pow(1024, unit);
    return String.format(Locale.ROOT, scaled < 10 ? "%.2f %s" : "%.1f %s", scaled, UNITS[unit]);
  }
}
