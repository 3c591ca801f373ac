package com.spokefleet.normalize.aggregate;

/** What Genesys' aggregates tell of one queue, medium, direction and half hour. */
public record QueueInterval(IntervalKey key, IntervalFigures figures) {}
