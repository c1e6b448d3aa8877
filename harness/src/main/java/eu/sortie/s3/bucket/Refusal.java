package eu.sortie.s3.bucket;

import eu.sortie.s3.bucket.BucketCalls.Answer;

/**
 * An answer that is no, in the words of the end.
 *
 * @param code as S3 ends call it; empty where the answer has none
 * @param words status, code and message in one line
 */
public record Refusal(String code, String words) {

  private static final int LONGEST = 300;

  static Refusal of(Answer answer) {
    return of(answer.status(), answer.body());
  }

  /** Reads what an end answered with a status that is no success. */
  public static Refusal of(int status, String body) {
    var code = "";
    var message = body;
    try {
      var error = XmlElement.parse(body);
      code = error.textOf("Code");
      message = error.textOf("Message");
    } catch (UnreadableException noXml) {
      // Then the words are whatever was answered.
    }
    var words = "%d %s %s".formatted(status, code, message).strip().replaceAll("\\s+", " ");
    return new Refusal(code, words.length() > LONGEST ? words.substring(0, LONGEST) + "…" : words);
  }
}
