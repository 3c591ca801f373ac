/** One event in, one flat list of fields out, in one pass. */
@NullMarked
package com.spokefleet.events.flatten;

import org.jspecify.annotations.NullMarked;
