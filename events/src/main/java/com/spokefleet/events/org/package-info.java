/** The organisations events come from. */
@NullMarked
package com.spokefleet.events.org;

import org.jspecify.annotations.NullMarked;
