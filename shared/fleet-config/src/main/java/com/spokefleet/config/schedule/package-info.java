/** In which minute each org of a fleet starts. */
@NullMarked
package com.spokefleet.config.schedule;

import org.jspecify.annotations.NullMarked;
