/** {@code fleet schema}: shapes of files and replies, printed and compared. */
@NullMarked
package com.spokefleet.cli.schema;

import org.jspecify.annotations.NullMarked;
