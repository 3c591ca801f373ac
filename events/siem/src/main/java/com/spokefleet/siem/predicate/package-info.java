/** What a detection looks for in one event, in words that every SIEM understands. */
@NullMarked
package com.spokefleet.siem.predicate;

import org.jspecify.annotations.NullMarked;
