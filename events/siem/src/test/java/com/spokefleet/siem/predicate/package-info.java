@NullMarked
package com.spokefleet.siem.predicate;

import org.jspecify.annotations.NullMarked;
