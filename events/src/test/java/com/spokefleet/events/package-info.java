/** Golden events: inputs that are shaped as real ones, and what a SIEM is to get of each. */
@NullMarked
package com.spokefleet.events;

import org.jspecify.annotations.NullMarked;
