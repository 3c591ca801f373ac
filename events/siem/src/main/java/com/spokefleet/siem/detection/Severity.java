package com.spokefleet.siem.detection;

/**
 * How bad it is if it is what it looks like, the worst first; the words are those of Splunk's CIM.
 */
public enum Severity {
  CRITICAL,
  HIGH,
  MEDIUM,
  LOW,
  INFORMATIONAL
}
