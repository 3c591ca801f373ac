package com.spokefleet.lake.partition;

import java.io.Closeable;
import java.io.IOException;

/** Walks the units of one table and day in order, with their encoded rows. */
interface UnitCursor extends Closeable {
  /** Moves to the next unit; false at the end. */
  boolean advance() throws IOException;

  String unit();

  byte[] encodedRows();
}
