/** What wakes somebody, and the runbook it points to. */
@NullMarked
package com.spokefleet.infra.alarm;

import org.jspecify.annotations.NullMarked;
