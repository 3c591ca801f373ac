/** Wrap-up codes of an org and what they mean in the fleet's own vocabulary. */
@NullMarked
package com.spokefleet.normalize.wrapup;

import org.jspecify.annotations.NullMarked;
