/** Dashboards as data, drawn alike by every SIEM. */
@NullMarked
package com.spokefleet.siem.dashboard;

import org.jspecify.annotations.NullMarked;
