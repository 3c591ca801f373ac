/** What an organisation tells over EventBridge while conversations go on. */
@NullMarked
package com.spokefleet.testing.event;

import org.jspecify.annotations.NullMarked;
