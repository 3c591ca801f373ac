package com.spokefleet.benchmark.cost;

/**
 * What one tick of conversation details asked.
 *
 * @param rows conversations that ended since the last tick, and those of the overlap before it
 */
record TickCost(long rows, long requests) {}
