package com.spokefleet.lake.partition;

import com.spokefleet.lake.table.Row;
import java.util.List;

/** One unit with its rows of one table, in key order. */
record UnitRows(String unit, List<Row> rows) {}
