/** Audits: an administrator's act as a plain record, and the pure function from it to a row. */
@NullMarked
package com.spokefleet.normalize.audit;

import org.jspecify.annotations.NullMarked;
