package com.spokefleet.lake.table;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One column: its name, type and meaning, and how to read it from a row record. A required column
 * is never null.
 */
public record Column<R>(
    String name,
    ColumnType type,
    boolean required,
    String description,
    Function<R, @Nullable Object> value) {}
