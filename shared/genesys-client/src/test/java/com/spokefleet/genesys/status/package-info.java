/** Tests of reading the status page. */
@NullMarked
package com.spokefleet.genesys.status;

import org.jspecify.annotations.NullMarked;
