package com.spokefleet.siem.predicate;

/** A predicate cannot be read; the message says where it stopped making sense. */
public final class PredicateException extends RuntimeException {
  private static final long serialVersionUID = 1;

  PredicateException(String text, int at, String problem) {
    super("Cannot read the predicate \"%s\" at character %d: %s".formatted(text, at + 1, problem));
  }
}
