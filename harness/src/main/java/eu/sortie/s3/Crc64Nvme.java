package eu.sortie.s3;

/** CRC-64/NVME: the checksum S3 computes where nobody asked for another. */
final class Crc64Nvme {

  /** Reflected. */
  private static final long POLYNOMIAL = 0x9a6c9329ac4bc9b5L;

  private static final long[] TABLE = table();

  private Crc64Nvme() {}

  static long of(byte[] bytes) {
    long crc = ~0L;
    for (byte one : bytes) {
      crc = TABLE[(int) ((crc ^ one) & 0xff)] ^ (crc >>> 8);
    }
    return ~crc;
  }

  private static long[] table() {
    var table = new long[256];
    for (int i = 0; i < table.length; i++) {
      long crc = i;
      for (int bit = 0; bit < 8; bit++) {
        crc = (crc & 1) == 1 ? (crc >>> 1) ^ POLYNOMIAL : crc >>> 1;
      }
      table[i] = crc;
    }
    return table;
  }
}
