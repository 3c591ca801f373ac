package com.spokefleet.siem.detection;

/** A file of the catalogue is no detection; the message names the file and what is wrong. */
public final class InvalidDetectionException extends RuntimeException {
  private static final long serialVersionUID = 1;

  InvalidDetectionException(String file, String problem) {
    super("Cannot read detection %s: %s".formatted(file, problem));
  }
}
