/**
 * What events are called in Splunk: fields made at search time, event types, and the models they
 * fit.
 */
@NullMarked
package com.spokefleet.siem.splunk.field;

import org.jspecify.annotations.NullMarked;
