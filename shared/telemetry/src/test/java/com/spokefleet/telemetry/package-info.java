@NullMarked
package com.spokefleet.telemetry;

import org.jspecify.annotations.NullMarked;
