/** Believable contact-centre traffic, invented anew from a seed whenever it is asked for. */
@NullMarked
package com.spokefleet.testing.traffic;

import org.jspecify.annotations.NullMarked;
