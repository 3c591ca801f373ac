/** Audits of one org by asynchronous query. */
@NullMarked
package com.spokefleet.genesys.audit;

import org.jspecify.annotations.NullMarked;
