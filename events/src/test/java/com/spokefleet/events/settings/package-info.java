@NullMarked
package com.spokefleet.events.settings;

import org.jspecify.annotations.NullMarked;
