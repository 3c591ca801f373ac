/**
 * What a SIEM is given to find answers with: detections, dashboards, lookups, and their packages.
 */
@NullMarked
package com.spokefleet.siem;

import org.jspecify.annotations.NullMarked;
