@NullMarked
package com.spokefleet.events.privacy;

import org.jspecify.annotations.NullMarked;
