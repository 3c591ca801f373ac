/** The fleet as the event stream sees it. */
@NullMarked
package com.spokefleet.config.event;

import org.jspecify.annotations.NullMarked;
