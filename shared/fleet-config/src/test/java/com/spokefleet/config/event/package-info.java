/** What follows for events from fleet.yaml. */
@NullMarked
package com.spokefleet.config.event;

import org.jspecify.annotations.NullMarked;
