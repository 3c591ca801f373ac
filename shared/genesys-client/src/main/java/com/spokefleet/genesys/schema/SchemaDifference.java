package com.spokefleet.genesys.schema;

/**
 * One way in which what came differs from the baseline.
 *
 * @param path as in {@link SchemaBaseline}
 * @param expected type of the baseline; empty for what it does not know
 * @param found type or value that came; empty for what never came
 * @param count how often
 * @param firstSource where it was first met; empty for what never came
 */
public record SchemaDifference(
    Kind kind, String path, String expected, String found, long count, String firstSource) {

  /** What can be said of a difference. */
  public enum Kind {
    /** A field that the baseline does not know. */
    ADDED,
    /** A field of another JSON type. */
    RETYPED,
    /** A value beyond those known; kept by ingestion like any other. */
    NEW_VALUE,
    /** A known field that came with none of the records; few records hold all there are. */
    REMOVED
  }

  /** Whether somebody has to look at it; the others are notes. */
  public boolean needsAttention() {
    return kind == Kind.ADDED || kind == Kind.RETYPED;
  }
}
