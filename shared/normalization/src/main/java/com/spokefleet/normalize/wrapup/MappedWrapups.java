package com.spokefleet.normalize.wrapup;

import com.spokefleet.normalize.row.WrapupRow;
import java.util.List;

/** The rows of an org's wrap-up codes, and how many of them the fleet's taxonomy does not know. */
public record MappedWrapups(List<WrapupRow> rows, int unmapped) {}
