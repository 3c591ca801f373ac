package com.spokefleet.replay.backup;

import com.spokefleet.lake.store.ObjectRemoval;
import com.spokefleet.lake.store.ObjectStore;
import java.nio.file.Path;

/**
 * Where backups are.
 *
 * @param removal removes objects of the same store
 * @param scratch an existing folder for temporary files
 */
public record BackupBucket(ObjectStore store, ObjectRemoval removal, Path scratch) {}
