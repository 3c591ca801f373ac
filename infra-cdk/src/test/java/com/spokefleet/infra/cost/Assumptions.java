package com.spokefleet.infra.cost;

import java.util.List;
import java.util.Locale;

/**
 * What the templates do not say: how much traffic there is and what one unit of work takes.
 *
 * @param conversations of an org on a day
 * @param eventsPerConversation routed to the SIEMs
 * @param otherEvents audits, operations, Edges, on a day
 * @param eventBytes of one event
 * @param busyHours of a day over which the events come
 * @param overlapMinutes read again with every run
 * @param otherRequests of an hour, all that is not conversation details
 * @param requestSeconds for one answer of Genesys
 * @param runSeconds of each run besides waiting for Genesys and decoding
 * @param decodedPerSecond conversations, by a cold process
 * @param transformSeconds of one invocation
 * @param conversationBytes in the lake's three big tables
 * @param otherTables as a share of those bytes
 * @param lakeDays how long the lake has been filled
 * @param extractDays of conversations and interactions a daily extract reads
 * @param polls whether audits and metrics of Edges are polled, too
 */
record Assumptions(
    int conversations,
    double eventsPerConversation,
    int otherEvents,
    int eventBytes,
    int busyHours,
    int overlapMinutes,
    int otherRequests,
    double requestSeconds,
    double runSeconds,
    int decodedPerSecond,
    double transformSeconds,
    int conversationBytes,
    double otherTables,
    int lakeDays,
    int extractDays,
    boolean polls,
    PerWork work) {
  /** Days of a month. */
  static final int DAYS = 30;

  /**
   * Requests and bytes of one run of the ingestion, one invocation of the transformation, and one
   * delivery of a stream.
   *
   * @param extractBytes of a conversation, conversations and interactions alone
   */
  record PerWork(
      int puts,
      int gets,
      int tableWrites,
      int tableReads,
      int landings,
      int runLogBytes,
      int runKeyRequests,
      int invocationLogBytes,
      int deliveryKeyRequests,
      int extractBytes) {}

  static Assumptions stated() {
    return new Assumptions(
        20_000,
        6,
        5_000,
        1_145,
        12,
        30,
        30,
        0.4,
        3,
        1_903,
        0.02,
        683,
        0.5,
        365,
        31,
        true,
        new PerWork(10, 40, 30, 40, 6, 20_000, 20, 1_200, 2, 332));
  }

  Assumptions withoutPolls() {
    return new Assumptions(
        conversations,
        eventsPerConversation,
        otherEvents,
        eventBytes,
        busyHours,
        overlapMinutes,
        otherRequests,
        requestSeconds,
        runSeconds,
        decodedPerSecond,
        transformSeconds,
        conversationBytes,
        otherTables,
        lakeDays,
        extractDays,
        false,
        work);
  }

  double events() {
    return conversations * eventsPerConversation + otherEvents;
  }

  /** Conversations one run reads: what is new, and the overlap. */
  double rows(double periodMinutes) {
    return conversations * (periodMinutes + overlapMinutes) / (24 * 60);
  }

  /** What Lambda bills for one run. */
  double secondsOfRun(double periodMinutes) {
    double rows = rows(periodMinutes);
    double requests = rows / 100 + otherRequests * periodMinutes / 60;
    return runSeconds + requests * requestSeconds + rows / decodedPerSecond;
  }

  /** As sentences, the measured ones told from the others. */
  List<String> sentences(DeployedOrg org) {
    return List.of(
        "Every org is as `amer` of the example fleet: read in full every %s minutes, %d SIEMs, %d alarms over %d metrics, %d key, %d secret; tokens of SIEMs are one secret each for the fleet. These figures, memory, buffers and retention are read from the committed templates."
            .formatted(
                number(org.periodMinutes()),
                org.siems(),
                org.alarms(),
                org.alarmMetrics(),
                org.keys(),
                org.secrets()),
        "A month has %d days. All orgs are in one account of eu-central-1; nothing is left of the free tiers. Prices are list prices as generally known in November 2026 and have not been looked up: check them before you rely on a sum. Whether partners' events cost anything is unclear; the dearer is taken."
            .formatted(DAYS),
        "%,d conversations a day and org, each with %s routed events, and %,d other events; %,d bytes an event (*measured*: 916 to a MiB), spread evenly over %d hours."
            .formatted(
                conversations, number(eventsPerConversation), otherEvents, eventBytes, busyHours),
        "An alarm costs as much as it reads metrics. Own metrics are counted from the code that tells them: a combination of dimensions is one, and one that is told only when something goes wrong counts for an hour a day. Told hourly is told always.",
        "A run reads %,.0f conversations (new and %d minutes of overlap, *measured*) in requests of 100, and %d further requests an hour; an answer takes %s s, decoding goes at %,d conversations a second (*measured*, cold), and %s s go to all the rest: %.1f s a run."
            .formatted(
                rows(org.periodMinutes()),
                overlapMinutes,
                otherRequests,
                number(requestSeconds),
                decodedPerSecond,
                number(runSeconds),
                secondsOfRun(org.periodMinutes())),
        "A run writes or lists %d objects and reads %d, writes %d and reads %d units of checkpoints, tells of %d partitions, logs %,d bytes and asks the key %d times; a transformation takes %s s and logs %,d bytes; a delivery asks the key %d times: guessed from the code, not measured."
            .formatted(
                work.puts(),
                work.gets(),
                work.tableWrites(),
                work.tableReads(),
                work.landings(),
                work.runLogBytes(),
                work.runKeyRequests(),
                number(transformSeconds),
                work.invocationLogBytes(),
                work.deliveryKeyRequests()),
        "%d bytes a conversation in the three big tables (*measured*), half as much again in the others; %d days of them. Each run writes the current day anew, on average half of it, and old versions stay %d days."
            .formatted(conversationBytes, lakeDays, org.oldVersionDays()),
        "One extract a day reads %d days of conversations and interactions (%d bytes each, *measured*) through Athena. Every call of a function is traced."
            .formatted(extractDays, work.extractBytes()),
        "Not counted: Genesys, Splunk, Datadog, Tableau; transfer between regions where orgs are elsewhere than the hub; a first backfill; transcripts; access logs, mails, dead letters, state machine (cents). A key costs $1 more after each of its first two yearly rotations.");
  }

  private static String number(double value) {
    return value == Math.rint(value)
        ? String.format(Locale.ROOT, "%.0f", value)
        : String.format(Locale.ROOT, "%s", value);
  }
}
