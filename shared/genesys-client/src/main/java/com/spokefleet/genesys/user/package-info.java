/** Users details: the statuses of an org's users, decoded as a stream of tokens. */
@NullMarked
package com.spokefleet.genesys.user;

import org.jspecify.annotations.NullMarked;
