/** What a transforming function is told when it is deployed. */
@NullMarked
package com.spokefleet.events.settings;

import org.jspecify.annotations.NullMarked;
