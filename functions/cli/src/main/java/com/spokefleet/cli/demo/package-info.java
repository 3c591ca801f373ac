/** The embedded main job: fake orgs, real HTTP, the real ingest function, a lake in a folder. */
@NullMarked
package com.spokefleet.cli.demo;

import org.jspecify.annotations.NullMarked;
