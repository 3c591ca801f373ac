package com.spokefleet.infra.cost;

import java.util.Locale;

/**
 * What AWS asks for one unit, in US dollars. List prices of eu-central-1 as generally known in
 * November 2026, without free tiers and discounts; nobody has looked them up for this page.
 */
enum Price {
  METRIC("metric", 0.30),
  ALARM_METRIC("metric of an alarm", 0.10),
  DASHBOARD("dashboard", 3.00),
  LOG_GIGABYTE("GB of logs", 0.63),
  TRACE_MILLION("million traces", 5.00),
  FUNCTION_GIGABYTE_SECOND("GB-second, arm64", 0.0000133334),
  FUNCTION_SCRATCH_GIGABYTE_SECOND("GB-second of /tmp past 0.5 GB", 0.000000037),
  FUNCTION_CALL_MILLION("million calls", 0.20),
  SCHEDULE_CALL_MILLION("million calls", 1.00),
  /** Sources differ on whether partners' events are free; the dearer is taken. */
  EVENT_MILLION("million events", 1.00),
  ARCHIVE_GIGABYTE("GB archived", 0.12),
  ARCHIVE_GIGABYTE_MONTH("GB-month of archive", 0.026),
  STREAM_GIGABYTE("GB, each record rounded up to 5 KB", 0.033),
  TRANSFER_GIGABYTE("GB to the internet", 0.09),
  STORAGE_GIGABYTE_MONTH("GB-month", 0.0245),
  STORAGE_WRITE_THOUSAND("thousand PUT and LIST", 0.0054),
  STORAGE_READ_THOUSAND("thousand GET", 0.00043),
  TABLE_WRITE_MILLION("million write units", 0.7625),
  TABLE_READ_MILLION("million read units", 0.1525),
  SECRET("secret", 0.40),
  KEY("key", 1.00),
  KEY_REQUEST_THOUSAND("thousand requests", 0.003),
  QUERY_TERABYTE("TB scanned", 5.00);

  /** The only price here of which many units come cheaper within reach of 100 orgs. */
  private static final double METRICS_AT_FULL_PRICE = 10_000;

  private static final double FURTHER_METRIC = 0.10;

  private final String unit;
  private final double dollars;

  Price(String unit, double dollars) {
    this.unit = unit;
    this.dollars = dollars;
  }

  String unit() {
    return unit;
  }

  double of(double units) {
    if (this == METRIC && units > METRICS_AT_FULL_PRICE) {
      return METRICS_AT_FULL_PRICE * dollars + (units - METRICS_AT_FULL_PRICE) * FURTHER_METRIC;
    }
    return units * dollars;
  }

  /** Without zeros at the end. */
  String text() {
    String digits = String.format(Locale.ROOT, "%.10f", dollars).replaceAll("0+$", "");
    return "$" + (digits.matches(".*\\.\\d{2,}") ? digits : padded(digits));
  }

  private static String padded(String digits) {
    return digits + (digits.endsWith(".") ? "00" : "0");
  }
}
