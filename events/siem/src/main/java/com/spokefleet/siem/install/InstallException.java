package com.spokefleet.siem.install;

/** Nothing more can be asked of a SIEM or written to it; the message says why and what helps. */
public class InstallException extends RuntimeException {
  public InstallException(String message) {
    super(message);
  }

  public InstallException(String message, Throwable cause) {
    super(message, cause);
  }
}
