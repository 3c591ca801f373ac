package com.spokefleet.cli;

import java.util.ArrayList;
import java.util.List;

/** What the {@code fleet} command tells a script when it ends; part of its contract. */
public enum ExitCode {
  OK(0, "done"),
  FAILED(1, "something failed; the message on standard error says what"),
  INVALID(2, "the command line or fleet.yaml is invalid; nothing was started"),
  INCOMPLETE(3, "more remains to be read or sent; run the same command again"),
  NEEDS_CONFIRMATION(4, "the cost was printed and nothing was read; add --yes to go on"),
  CHECKS_FAILED(5, "what was checked, transformed or applied has something left for you"),
  NOT_PROVEN(6, "proof found a settled day that differs, a missing day, or changed objects"),
  DIFFERENT(7, "siem diff found something installed otherwise than it would be now");

  private final int code;
  private final String meaning;

  ExitCode(int code, String meaning) {
    this.code = code;
    this.meaning = meaning;
  }

  public int code() {
    return code;
  }

  public String meaning() {
    return meaning;
  }

  /** The section of {@code fleet --help}: one line per code. */
  static String[] help() {
    List<String> lines = new ArrayList<>(List.of("", "Exit codes:"));
    for (ExitCode exitCode : values()) {
      lines.add("  %d  %s".formatted(exitCode.code, exitCode.meaning));
    }
    return lines.toArray(String[]::new);
  }
}
