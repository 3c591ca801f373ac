@NullMarked
package com.spokefleet.genesys.auth;

import org.jspecify.annotations.NullMarked;
