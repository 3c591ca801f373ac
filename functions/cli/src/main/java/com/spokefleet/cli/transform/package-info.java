/** Events as a SIEM gets them, line by line. */
@NullMarked
package com.spokefleet.cli.transform;

import org.jspecify.annotations.NullMarked;
