/** Tests of {@code fleet transform}. */
@NullMarked
package com.spokefleet.cli.transform;

import org.jspecify.annotations.NullMarked;
