/**
 * Genesys' Data Extraction API, a preview that may change: files of an org's data by signed
 * address. What is known of it comes from one public program that uses it; see {@link
 * com.spokefleet.genesys.extraction.DataExtraction}.
 */
@NullMarked
package com.spokefleet.genesys.extraction;

import org.jspecify.annotations.NullMarked;
