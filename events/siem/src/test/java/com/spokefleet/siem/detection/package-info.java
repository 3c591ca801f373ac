@NullMarked
package com.spokefleet.siem.detection;

import org.jspecify.annotations.NullMarked;
