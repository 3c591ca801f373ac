/**
 * The closure trigger: end events of one org that EventBridge delivers, turned into rows before the
 * next tick.
 */
@NullMarked
package com.spokefleet.ingest.closure;

import org.jspecify.annotations.NullMarked;
