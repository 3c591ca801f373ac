package com.spokefleet.siem.field;

/** A file of the dictionary is not one; the message names the file, the field and what is wrong. */
public final class InvalidFieldException extends RuntimeException {
  private static final long serialVersionUID = 1;

  InvalidFieldException(String file, String problem) {
    super("Cannot read fields of %s: %s".formatted(file, problem));
  }
}
