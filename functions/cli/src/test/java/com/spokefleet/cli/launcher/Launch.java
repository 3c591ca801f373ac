package com.spokefleet.cli.launcher;

/** How the launcher ended and what it said. */
record Launch(int exitCode, String out, String err) {}
