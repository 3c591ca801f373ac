/** Genesys' asynchronous jobs, whatever they query: submit, ask how it goes, read pages. */
@NullMarked
package com.spokefleet.genesys.job;

import org.jspecify.annotations.NullMarked;
