/** The analyst's guide: its pictures are drawn from events that went through the real path. */
@NullMarked
package com.spokefleet.siem.guide;

import org.jspecify.annotations.NullMarked;
