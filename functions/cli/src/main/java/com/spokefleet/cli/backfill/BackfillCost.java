package com.spokefleet.cli.backfill;

import com.spokefleet.cli.terminal.Format;
import com.spokefleet.ingest.conversation.HistoryCost;
import java.util.List;

/** What a backfill of one org costs, about. */
record BackfillCost(String org, HistoryCost history, int sharePercent) {
  /** What Genesys allows one token. */
  private static final int REQUESTS_PER_MINUTE = 300;

  private static final int CONVERSATIONS_PER_REQUEST = 1_000;

  /** Submitting a day's job, asking how it goes, and what is asked once per unit. */
  private static final int REQUESTS_PER_DAY = 6;

  long requests() {
    return Math.ceilDiv(history.conversations(), CONVERSATIONS_PER_REQUEST)
        + history.days() * REQUESTS_PER_DAY;
  }

  /** At the share of the limit; Genesys may take longer to prepare the results. */
  long minutes() {
    return Math.ceilDiv(requests() * 100, (long) REQUESTS_PER_MINUTE * sharePercent);
  }

  static List<String> titles() {
    return List.of(
        "Org", "Days", "Conversations", "Requests", "Share of limit", "At least", "Parquet");
  }

  List<String> cells() {
    return List.of(
        org,
        Format.count(history.days()),
        Format.count(history.conversations()),
        Format.count(requests()),
        sharePercent + "%",
        Format.count(minutes()) + " min",
        Format.bytes(history.lakeBytes()));
  }
}
