/** Requests to a SIEM's API that are repeated only where that is harmless. */
@NullMarked
package com.spokefleet.siem.install.http;

import org.jspecify.annotations.NullMarked;
