@NullMarked
package com.spokefleet.transform;

import org.jspecify.annotations.NullMarked;
