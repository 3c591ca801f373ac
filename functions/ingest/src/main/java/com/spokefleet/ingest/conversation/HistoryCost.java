package com.spokefleet.ingest.conversation;

/**
 * What reading a stretch of history costs, about.
 *
 * @param requests analytics requests, each of which counts toward Genesys' fair-use allowance
 * @param lakeBytes size of the Parquet objects it will add
 */
public record HistoryCost(long days, long conversations, long requests, long lakeBytes) {}
