/** What a SIEM has to look up because events do not tell it. */
@NullMarked
package com.spokefleet.siem.lookup;

import org.jspecify.annotations.NullMarked;
