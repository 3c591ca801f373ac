/** What Genesys Cloud's public status page says of a region. */
@NullMarked
package com.spokefleet.genesys.status;

import org.jspecify.annotations.NullMarked;
