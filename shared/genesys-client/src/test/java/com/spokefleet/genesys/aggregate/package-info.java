@NullMarked
package com.spokefleet.genesys.aggregate;

import org.jspecify.annotations.NullMarked;
