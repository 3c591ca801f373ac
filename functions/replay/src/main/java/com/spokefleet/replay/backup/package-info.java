/** Objects of the backup bucket, replayed record by record without losing or repeating one. */
@NullMarked
package com.spokefleet.replay.backup;

import org.jspecify.annotations.NullMarked;
