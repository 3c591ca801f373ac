@NullMarked
package com.spokefleet.events.firehose;

import org.jspecify.annotations.NullMarked;
