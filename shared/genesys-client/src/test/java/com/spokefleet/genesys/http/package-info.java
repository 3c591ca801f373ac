@NullMarked
package com.spokefleet.genesys.http;

import org.jspecify.annotations.NullMarked;
