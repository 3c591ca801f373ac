/** Rules, run by the matcher that EventBridge itself runs. */
@NullMarked
package com.spokefleet.events.rule;

import org.jspecify.annotations.NullMarked;
