@NullMarked
package com.spokefleet.genesys.audit;

import org.jspecify.annotations.NullMarked;
