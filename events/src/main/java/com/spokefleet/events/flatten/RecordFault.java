package com.spokefleet.events.flatten;

import java.util.Locale;

/** Why a record cannot be handed on; it fails, and so lands in the backup whole. */
public enum RecordFault {
  BAD_BASE64,
  /** Gzip where JSON is wanted. */
  COMPRESSED,
  NOT_JSON,
  NOT_UTF8,
  /** JSON, but no object. */
  NOT_AN_OBJECT,
  TOO_DEEP,
  TOO_MANY_FIELDS,
  /** Would be more than a record of Firehose may be. */
  TOO_LARGE,
  /** The reply to Firehose has no room left. */
  REPLY_FULL;

  /** As metrics name it. */
  public String reason() {
    return name().toLowerCase(Locale.ROOT);
  }
}
