package com.spokefleet.siem.install;

/** One object is not accepted; others may be. */
public final class RefusedException extends InstallException {
  public RefusedException(String message) {
    super(message);
  }
}
