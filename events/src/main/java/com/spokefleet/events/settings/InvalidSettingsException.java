package com.spokefleet.events.settings;

/** The settings a function was deployed with cannot be used. */
public final class InvalidSettingsException extends RuntimeException {
  private static final long serialVersionUID = 1;

  InvalidSettingsException(String problem) {
    super("Cannot use the settings of the transformation: " + problem);
  }
}
