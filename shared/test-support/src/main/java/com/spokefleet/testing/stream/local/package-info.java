/** The whole stream of a fleet, put together. */
@NullMarked
package com.spokefleet.testing.stream.local;

import org.jspecify.annotations.NullMarked;
