package com.spokefleet.infra.cost;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;

/** The bill of a fleet of like orgs, as items that do not depend on how many orgs there are. */
record MonthlyCost(List<Item> items) {
  private static final double BILLION = 1e9;
  private static final double MILLION = 1e6;
  private static final double TERABYTE = 1e12;
  private static final double THOUSAND = 1e3;
  private static final double SECONDS_OF_HOUR = 3_600;

  /** Megabytes of Lambda to a gigabyte of its price. */
  private static final double LAMBDA_GIGABYTE = 1_024;

  private static final int SCRATCH_FOR_NOTHING = 512;

  /** Firehose bills a record as so many bytes, or a multiple. */
  private static final long BILLED_BYTES = 5_120;

  static MonthlyCost of(DeployedOrg org, Assumptions assumed) {
    double runs = org.runs();
    double runSeconds = runs * assumed.secondsOfRun(org.periodMinutes());
    double events = assumed.events() * Assumptions.DAYS;
    double calls = transformCalls(org, assumed) * org.siems();
    double deliveries = busySeconds(assumed) / org.deliverySeconds() * org.siems();
    double logBytes =
        runs * assumed.work().runLogBytes() + calls * assumed.work().invocationLogBytes();
    return new MonthlyCost(
        List.of(
            Item.perOrg(
                "CloudWatch: own metrics",
                Price.METRIC,
                MetricSeries.ofOrg(org.siems(), assumed.polls())),
            Item.perOrg("CloudWatch: alarms", Price.ALARM_METRIC, org.alarmMetrics()),
            new Item("CloudWatch: dashboard", Price.DASHBOARD, 0, org.dashboards()),
            Item.perOrg("CloudWatch: logs", Price.LOG_GIGABYTE, logBytes / BILLION),
            Item.perOrg("X-Ray", Price.TRACE_MILLION, (runs + calls) / MILLION),
            Item.perOrg(
                "Lambda: ingestion",
                Price.FUNCTION_GIGABYTE_SECOND,
                runSeconds * org.ingestMegabytes() / LAMBDA_GIGABYTE),
            Item.perOrg(
                "Lambda: its /tmp",
                Price.FUNCTION_SCRATCH_GIGABYTE_SECOND,
                runSeconds * (org.scratchMegabytes() - SCRATCH_FOR_NOTHING) / LAMBDA_GIGABYTE),
            Item.perOrg(
                "Lambda: transformations",
                Price.FUNCTION_GIGABYTE_SECOND,
                calls * assumed.transformSeconds() * org.transformMegabytes() / LAMBDA_GIGABYTE),
            Item.perOrg("Lambda: calls", Price.FUNCTION_CALL_MILLION, (runs + calls) / MILLION),
            Item.perOrg("Scheduler", Price.SCHEDULE_CALL_MILLION, runs / MILLION),
            Item.perOrg("EventBridge: partner's events", Price.EVENT_MILLION, events / MILLION),
            Item.perOrg(
                "EventBridge: landed partitions",
                Price.EVENT_MILLION,
                runs * assumed.work().landings() / MILLION),
            Item.perOrg(
                "EventBridge: archiving",
                Price.ARCHIVE_GIGABYTE,
                events * assumed.eventBytes() / BILLION),
            Item.perOrg(
                "EventBridge: archive",
                Price.ARCHIVE_GIGABYTE_MONTH,
                assumed.events() * org.archiveDays() * assumed.eventBytes() / BILLION),
            Item.perOrg(
                "Firehose",
                Price.STREAM_GIGABYTE,
                events * billed(assumed.eventBytes()) * org.siems() / BILLION),
            Item.perOrg(
                "Transfer to the SIEMs",
                Price.TRANSFER_GIGABYTE,
                events * assumed.eventBytes() * org.siems() / BILLION),
            Item.perOrg(
                "S3: the lake",
                Price.STORAGE_GIGABYTE_MONTH,
                dailyBytes(assumed) * assumed.lakeDays() / BILLION),
            Item.perOrg(
                "S3: old versions",
                Price.STORAGE_GIGABYTE_MONTH,
                dailyBytes(assumed) / 2 * runs / Assumptions.DAYS * org.oldVersionDays() / BILLION),
            Item.perOrg(
                "S3: writing and listing",
                Price.STORAGE_WRITE_THOUSAND,
                runs * assumed.work().puts() / THOUSAND),
            Item.perOrg(
                "S3: reading",
                Price.STORAGE_READ_THOUSAND,
                runs * assumed.work().gets() / THOUSAND),
            Item.perOrg(
                "DynamoDB: writing",
                Price.TABLE_WRITE_MILLION,
                runs * assumed.work().tableWrites() / MILLION),
            Item.perOrg(
                "DynamoDB: reading",
                Price.TABLE_READ_MILLION,
                runs * assumed.work().tableReads() / MILLION),
            new Item("Secrets Manager", Price.SECRET, org.secrets(), org.siems()),
            new Item("KMS: keys", Price.KEY, org.keys(), org.hubKeys()),
            Item.perOrg(
                "KMS: requests",
                Price.KEY_REQUEST_THOUSAND,
                (runs * assumed.work().runKeyRequests()
                        + deliveries * assumed.work().deliveryKeyRequests())
                    / THOUSAND),
            Item.perOrg(
                "Athena: a daily extract",
                Price.QUERY_TERABYTE,
                (double) assumed.conversations()
                    * assumed.work().extractBytes()
                    * assumed.extractDays()
                    * Assumptions.DAYS
                    / TERABYTE)));
  }

  BigDecimal total(int orgs) {
    return items.stream().map(item -> item.dollars(orgs)).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  Item item(String name) {
    return items.stream().filter(item -> item.name().equals(name)).findFirst().orElseThrow();
  }

  /** The dearest of a large fleet first. */
  List<Item> dearestFirst(int orgs) {
    return items.stream()
        .sorted(Comparator.comparing((Item item) -> item.dollars(orgs)).reversed())
        .toList();
  }

  /** Of a record of so many bytes. */
  static long billed(long bytes) {
    return Math.ceilDiv(bytes, BILLED_BYTES) * BILLED_BYTES;
  }

  /** Of one stream: each buffer that is full, or as old as it may get. */
  private static double transformCalls(DeployedOrg org, Assumptions assumed) {
    double byAge = busySeconds(assumed) / org.bufferSeconds();
    double bySize =
        assumed.events() * Assumptions.DAYS * assumed.eventBytes() / (double) org.bufferBytes();
    return Math.max(byAge, bySize);
  }

  private static double busySeconds(Assumptions assumed) {
    return assumed.busyHours() * SECONDS_OF_HOUR * Assumptions.DAYS;
  }

  private static double dailyBytes(Assumptions assumed) {
    return assumed.conversations() * assumed.conversationBytes() * (1 + assumed.otherTables());
  }
}
