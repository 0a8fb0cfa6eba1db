/**
 * From lines to structure: site chrome, title block, headings, sections, statements, years. Depends
 * on extract, report and text.
 */
@NullMarked
package govsearch.ingest.structure;

import org.jspecify.annotations.NullMarked;
