package com.spokefleet.ingest.conversation;

/**
 * What became of every record a run fetched. Once a landing is over: fetched = landed + duplicate +
 * open + quarantined.
 */
final class ReadCounts {
  private long fetched;
  private long landed;
  private long duplicate;
  private long open;
  private long quarantined;
  private long unknownFields;
  private long partitionsChanged;

  void fetched(long records, long fieldsUnknown) {
    fetched += records;
    unknownFields += fieldsUnknown;
  }

  void landed(long units, long repeats, long changed) {
    landed += units;
    duplicate += repeats;
    partitionsChanged += changed;
  }

  void open() {
    open++;
  }

  void quarantined() {
    quarantined++;
  }

  long fetched() {
    return fetched;
  }

  long landed() {
    return landed;
  }

  long duplicate() {
    return duplicate;
  }

  long openRecords() {
    return open;
  }

  long quarantinedRecords() {
    return quarantined;
  }

  long unknownFields() {
    return unknownFields;
  }

  long partitionsChanged() {
    return partitionsChanged;
  }
}
