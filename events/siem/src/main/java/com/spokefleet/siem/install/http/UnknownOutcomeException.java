package com.spokefleet.siem.install.http;

import com.spokefleet.siem.install.InstallException;

/** A request was sent that must not be repeated, and nobody can say whether it was carried out. */
public final class UnknownOutcomeException extends InstallException {
  public UnknownOutcomeException(String message) {
    super(message);
  }
}
