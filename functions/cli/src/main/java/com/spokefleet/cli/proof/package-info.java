/** The auditor's view of the lake: what is proven, what differs, what is missing. */
@NullMarked
package com.spokefleet.cli.proof;

import org.jspecify.annotations.NullMarked;
