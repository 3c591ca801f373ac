/** The additive figures of the contact centre and how each is read from Genesys metrics. */
@NullMarked
package com.spokefleet.normalize.figure;

import org.jspecify.annotations.NullMarked;
