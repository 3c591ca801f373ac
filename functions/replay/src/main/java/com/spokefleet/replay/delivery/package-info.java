/** Where records are sent again: a stream, Splunk, Datadog; and what each answer means. */
@NullMarked
package com.spokefleet.replay.delivery;

import org.jspecify.annotations.NullMarked;
