/** The topics Genesys Cloud publishes over EventBridge: what each carries and where it goes. */
@NullMarked
package com.spokefleet.events.topic;

import org.jspecify.annotations.NullMarked;
