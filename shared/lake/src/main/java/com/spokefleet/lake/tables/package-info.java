/**
 * Every table of the lake, declared once: the Parquet schema, docs/TABLES.md and the Glue catalogue
 * follow from here. Columns are a contract: one name and type for ever, new ones at the end.
 */
@NullMarked
package com.spokefleet.lake.tables;

import org.jspecify.annotations.NullMarked;
