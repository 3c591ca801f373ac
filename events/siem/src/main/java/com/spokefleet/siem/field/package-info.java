/** What every field of an event is called in each SIEM, and what it means. */
@NullMarked
package com.spokefleet.siem.field;

import org.jspecify.annotations.NullMarked;
