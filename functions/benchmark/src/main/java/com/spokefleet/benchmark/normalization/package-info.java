/** What decoding and normalising cost beside a bare walk over the same JSON. */
@NullMarked
package com.spokefleet.benchmark.normalization;

import org.jspecify.annotations.NullMarked;
