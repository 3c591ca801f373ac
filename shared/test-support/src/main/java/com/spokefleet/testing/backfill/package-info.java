/** What whoever repeats the units of a backfill must do after each. */
@NullMarked
package com.spokefleet.testing.backfill;

import org.jspecify.annotations.NullMarked;
