package com.spokefleet.siem.install.http;

import com.spokefleet.siem.install.InstallException;

/** There was no answer however often it was tried: asking for something else is of no use. */
public final class UnansweredException extends InstallException {
  public UnansweredException(String message) {
    super(message);
  }
}
