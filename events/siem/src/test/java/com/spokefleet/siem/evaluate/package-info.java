@NullMarked
package com.spokefleet.siem.evaluate;

import org.jspecify.annotations.NullMarked;
