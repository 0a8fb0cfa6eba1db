/** Tables of comma- or tab-separated values as people write them. Depends on extract. */
@NullMarked
package govsearch.ingest.csv;

import org.jspecify.annotations.NullMarked;
