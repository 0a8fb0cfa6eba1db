/**
 * What a report is: its head with the provenance of every value, its paragraphs, sections,
 * statements and ids. Depends on text only.
 */
@NullMarked
package govsearch.report;

import org.jspecify.annotations.NullMarked;
