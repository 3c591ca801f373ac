/** What is sent again, and by which id it is known. */
@NullMarked
package com.spokefleet.replay.record;

import org.jspecify.annotations.NullMarked;
