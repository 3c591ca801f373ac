@NullMarked
package com.spokefleet.events.envelope;

import org.jspecify.annotations.NullMarked;
