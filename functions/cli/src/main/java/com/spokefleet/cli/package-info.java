/**
 * The {@code fleet} command: one class per subcommand, wired together in {@link
 * com.spokefleet.cli.Wiring}.
 */
@NullMarked
package com.spokefleet.cli;

import org.jspecify.annotations.NullMarked;
