@NullMarked
package com.spokefleet.events.flatten;

import org.jspecify.annotations.NullMarked;
