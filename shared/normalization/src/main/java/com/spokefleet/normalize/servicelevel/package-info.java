/** Service level: the fleet's one rule, and which rule an org's own figures follow. */
@NullMarked
package com.spokefleet.normalize.servicelevel;

import org.jspecify.annotations.NullMarked;
