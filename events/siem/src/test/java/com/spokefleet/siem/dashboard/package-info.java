@NullMarked
package com.spokefleet.siem.dashboard;

import org.jspecify.annotations.NullMarked;
