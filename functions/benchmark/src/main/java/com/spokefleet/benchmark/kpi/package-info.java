/** How long a year's key figures take over rows of our own writer. */
@NullMarked
package com.spokefleet.benchmark.kpi;

import org.jspecify.annotations.NullMarked;
