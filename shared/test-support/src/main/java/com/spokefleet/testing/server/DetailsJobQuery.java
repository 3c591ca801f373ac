package com.spokefleet.testing.server;

/**
 * What an asynchronous job is asked for.
 *
 * @param from of the interval, in epoch milliseconds
 * @param to of the interval, exclusive
 * @param byStartDay true: conversations that started on a UTC day the interval touches; false: all
 *     whose life overlaps the interval
 * @param query the filters
 */
record DetailsJobQuery(long from, long to, boolean byStartDay, DetailsQuery query) {}
