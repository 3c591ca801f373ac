/** The catalogue of detections: data, from which all content of the SIEMs is made. */
@NullMarked
package com.spokefleet.siem.detection;

import org.jspecify.annotations.NullMarked;
