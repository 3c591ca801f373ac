/** {@code fleet siem}: what the SIEMs of a fleet are given, compared and applied. */
@NullMarked
package com.spokefleet.cli.siem;

import org.jspecify.annotations.NullMarked;
