package com.spokefleet.replay.delivery;

/** How much a target takes at once. */
public record ChunkLimits(int records, int bytes) {
  /** Whether a record of this size may join what is there. */
  public boolean admits(int recordsThere, long bytesThere, int size) {
    return recordsThere == 0 || recordsThere < records && bytesThere + size <= bytes;
  }
}
