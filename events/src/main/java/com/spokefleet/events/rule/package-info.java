/** Which events leave an org's bus and for where: EventBridge event patterns as data. */
@NullMarked
package com.spokefleet.events.rule;

import org.jspecify.annotations.NullMarked;
