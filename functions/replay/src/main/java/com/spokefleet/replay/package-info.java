/** Sends again what was put aside on the way. */
@NullMarked
package com.spokefleet.replay;

import org.jspecify.annotations.NullMarked;
