@NullMarked
package com.spokefleet.genesys.user;

import org.jspecify.annotations.NullMarked;
