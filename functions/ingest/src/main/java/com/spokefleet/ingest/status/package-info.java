/** What a run knows of maintenance of its org's region. */
@NullMarked
package com.spokefleet.ingest.status;

import org.jspecify.annotations.NullMarked;
