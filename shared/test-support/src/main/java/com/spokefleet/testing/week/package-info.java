/** An ordinary week of busy organisations, as the flat events that a SIEM holds. */
@NullMarked
package com.spokefleet.testing.week;

import org.jspecify.annotations.NullMarked;
