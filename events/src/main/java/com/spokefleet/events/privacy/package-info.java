/** What may be told of persons, field by field. */
@NullMarked
package com.spokefleet.events.privacy;

import org.jspecify.annotations.NullMarked;
