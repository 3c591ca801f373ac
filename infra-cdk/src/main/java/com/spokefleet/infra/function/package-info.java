/** Lambda functions: what all of them have in common, and where their code lies. */
@NullMarked
package com.spokefleet.infra.function;

import org.jspecify.annotations.NullMarked;
