package com.spokefleet.lake.parquet;

/** Where converters put the values of the row that is being read. */
interface ValueSink {
  void put(int column, Object value);
}
