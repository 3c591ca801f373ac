package com.spokefleet.infra;

/** The fleet cannot be deployed as it is described; the message says why and what to do. */
public final class InfraException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public InfraException(String message) {
    super(message);
  }
}
