/** Tests of the field dictionary. */
@NullMarked
package com.spokefleet.siem.field;

import org.jspecify.annotations.NullMarked;
