package com.spokefleet.telemetry;

/** How much a log line matters. Normal operation logs one summary and nothing else. */
public enum LogLevel {
  /** A summary of finished work. */
  INFO,
  /** Something was survived that somebody may want to know. */
  WARN,
  /** Work failed and somebody has to look. */
  ERROR
}
