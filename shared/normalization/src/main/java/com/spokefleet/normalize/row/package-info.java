/**
 * The records that lake rows are made from; every component is a plain value or a group of them.
 */
@NullMarked
package com.spokefleet.normalize.row;

import org.jspecify.annotations.NullMarked;
