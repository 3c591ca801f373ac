/** What a person sees: tables, durations, live lines; and the one JSON document a script reads. */
@NullMarked
package com.spokefleet.cli.terminal;

import org.jspecify.annotations.NullMarked;
