@NullMarked
package com.spokefleet.siem.lookup;

import org.jspecify.annotations.NullMarked;
