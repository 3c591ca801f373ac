@NullMarked
package com.spokefleet.genesys.json;

import org.jspecify.annotations.NullMarked;
