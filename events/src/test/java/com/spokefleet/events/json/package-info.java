@NullMarked
package com.spokefleet.events.json;

import org.jspecify.annotations.NullMarked;
