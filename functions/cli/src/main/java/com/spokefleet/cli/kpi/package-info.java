/** Executive figures from the lake: sums and counts first, ratios at the very end. */
@NullMarked
package com.spokefleet.cli.kpi;

import org.jspecify.annotations.NullMarked;
