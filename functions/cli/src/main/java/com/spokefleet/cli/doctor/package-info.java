/** Checks that every org of a fleet can be read, and says how to cure what cannot. */
@NullMarked
package com.spokefleet.cli.doctor;

import org.jspecify.annotations.NullMarked;
