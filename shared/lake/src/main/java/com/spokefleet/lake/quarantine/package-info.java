/** Quarantine: raw records that could not be normalised, kept whole and counted. */
@NullMarked
package com.spokefleet.lake.quarantine;

import org.jspecify.annotations.NullMarked;
