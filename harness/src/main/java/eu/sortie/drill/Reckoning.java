package eu.sortie.drill;

import java.util.ArrayList;
import java.util.List;

/**
 * The same items counted at every turn: what is listed, read, written and read back has to add up.
 *
 * @param listed how many the source listed, each once
 * @param listedTwice how many times it listed one again: a page that came twice
 * @param read how many were read there
 * @param notRead how many it did not give
 * @param changed how many were no longer what was listed when they were read
 * @param written how many the destination took
 * @param notWritten how many it refused
 * @param listedBack how many the destination listed, each once
 * @param listedBackTwice how many times it listed one again
 * @param readBack how many were read there
 * @param hidden how many it holds and does not list
 * @param setApart how many were overwritten or deleted while others left, and are not compared
 */
public record Reckoning(
    long listed,
    long listedTwice,
    long read,
    long notRead,
    long changed,
    long written,
    long notWritten,
    long listedBack,
    long listedBackTwice,
    long readBack,
    long hidden,
    long setApart) {

  /** Nothing was counted. */
  public static final Reckoning NONE = new Reckoning(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

  /** Where the numbers do not add up, each in one sentence; a comparison over a gap proves nothing. */
  public List<String> gaps() {
    var gaps = new ArrayList<String>();
    if (listed != read + notRead + changed) {
      gaps.add("%d items were listed, but %d were read, %d not given and %d had changed"
          .formatted(listed, read, notRead, changed));
    }
    if (read != written + notWritten) {
      gaps.add("%d items were read, but %d were written and %d refused"
          .formatted(read, written, notWritten));
    }
    return gaps;
  }

  /** What has a reason and still has to be known, each in one sentence. */
  public List<String> remarks() {
    var remarks = new ArrayList<String>();
    if (listedTwice + listedBackTwice > 0) {
      remarks.add(
          "items were listed more than once, %d times at the source and %d at the destination; each counts once"
              .formatted(listedTwice, listedBackTwice));
    }
    if (hidden > 0) {
      remarks.add("%d items are at the destination and not in its listing".formatted(hidden));
    }
    if (setApart > 0) {
      remarks.add(
          "%d items were overwritten or deleted at the source while others left; they are set apart and not compared"
              .formatted(setApart));
    }
    return remarks;
  }
}
