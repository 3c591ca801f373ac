/** Parquet files of a table, written and read without Hadoop. */
@NullMarked
package com.spokefleet.lake.parquet;

import org.jspecify.annotations.NullMarked;
