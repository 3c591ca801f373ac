/**
 * What a Datadog account is given: a log pipeline, dashboards, monitors, detection rules, metrics.
 */
@NullMarked
package com.spokefleet.siem.datadog;

import org.jspecify.annotations.NullMarked;
