package com.spokefleet.genesys.json;

import java.util.Arrays;

/**
 * A record's exact bytes within its page, copied only when somebody asks. May hold personal data.
 */
public final class RawRecord {
  private final byte[] page;
  private final int start;
  private final int end;

  public RawRecord(byte[] page, int start, int end) {
    this.page = page;
    this.start = start;
    this.end = end;
  }

  public byte[] bytes() {
    return Arrays.copyOfRange(page, start, end);
  }

  @Override
  public String toString() {
    return "RawRecord[" + (end - start) + " bytes]";
  }
}
