package com.spokefleet.lake.tables;

/** Wording that several tables share. */
final class Meanings {
  static final String FIRST_SEEN = "when ingestion first saw the object";
  static final String LAST_SEEN = "when ingestion last saw the object";
  static final String DELETED_AT =
      "when ingestion first missed the object; null while it exists, and again when it returns";

  private Meanings() {}

  /** A column that stays empty unless the spoke's {@code privacy.allow} names the field. */
  static String personal(String source, String allowedAs) {
    return source + "; null unless the spoke allows " + allowedAs;
  }
}
