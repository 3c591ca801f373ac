/** What the catalogue of topics says, and the page about it. */
@NullMarked
package com.spokefleet.events.topic;

import org.jspecify.annotations.NullMarked;
