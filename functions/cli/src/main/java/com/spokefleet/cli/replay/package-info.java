/** {@code fleet replay}: sends again what was put aside on the way to a SIEM. */
@NullMarked
package com.spokefleet.cli.replay;

import org.jspecify.annotations.NullMarked;
