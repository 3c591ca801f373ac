package com.spokefleet.testing.lambda;

import java.nio.charset.StandardCharsets;

/**
 * Something that a function's process said to the runtime API.
 *
 * @param nanos when, by {@link System#nanoTime}
 * @param body what came with it; empty if nothing did
 */
public record Moment(Kind kind, long nanos, byte[] body) {
  public enum Kind {
    /** It asks for its first or next invocation. */
    READY,
    /** It has run its hooks before the snapshot and waits to be restored. */
    CHECKPOINTED,
    ANSWERED,
    /** The invocation failed; the body is an error as JSON. */
    FAILED,
    /** It could not be initialised, or restored; the body is an error as JSON. */
    INIT_FAILED,
    /** Its process is gone; the body is the exit code. */
    ENDED
  }

  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }
}
