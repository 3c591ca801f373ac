/**
 * What all streaming decoders of Genesys pages share: values read in the type their field has,
 * fields nobody told us about counted, and a record at fault left without touching its neighbours.
 */
@NullMarked
package com.spokefleet.genesys.json;

import org.jspecify.annotations.NullMarked;
