/** What was synthesised, run: the templates' names, settings and rights, the packages' code. */
@NullMarked
package com.spokefleet.infra.deployed;

import org.jspecify.annotations.NullMarked;
