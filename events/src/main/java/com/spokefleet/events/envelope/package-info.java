/** What a destination wants around the fields. */
@NullMarked
package com.spokefleet.events.envelope;

import org.jspecify.annotations.NullMarked;
