/** An EventBridge bus: rules, targets, retries, dead letters, archive. */
@NullMarked
package com.spokefleet.testing.stream.bus;

import org.jspecify.annotations.NullMarked;
