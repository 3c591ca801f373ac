/**
 * What of ours is installed in a SIEM, how that differs from what we would install, and applying
 * it.
 */
@NullMarked
package com.spokefleet.siem.install;

import org.jspecify.annotations.NullMarked;
