/** The local bus against EventBridge's documented behaviour. */
@NullMarked
package com.spokefleet.testing.stream.bus;

import org.jspecify.annotations.NullMarked;
