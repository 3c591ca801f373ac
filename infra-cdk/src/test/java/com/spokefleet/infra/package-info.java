/** Templates held against the code they deploy. */
@NullMarked
package com.spokefleet.infra;

import org.jspecify.annotations.NullMarked;
