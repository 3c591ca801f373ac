/** Tables as code: one declaration makes the Parquet schema, the docs and later the Glue tables. */
@NullMarked
package com.spokefleet.lake.table;

import org.jspecify.annotations.NullMarked;
