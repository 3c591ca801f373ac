/** Client-credentials sign-in: where secrets are read and how one token serves a whole run. */
@NullMarked
package com.spokefleet.genesys.auth;

import org.jspecify.annotations.NullMarked;
