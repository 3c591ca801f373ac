/** Where objects and checkpoints live: a folder, or AWS. */
@NullMarked
package com.spokefleet.lake.store;

import org.jspecify.annotations.NullMarked;
