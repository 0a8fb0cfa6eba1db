package govsearch.ingest.extract.worker;

/**
 * A line on a page, in points from the page's top left.
 *
 * @param page from 0
 * @param height of the page
 * @param left where its first visible character begins
 * @param right where its last visible character ends
 * @param y of its base line
 * @param em the height of its characters
 * @param cells whether gaps divide it as only a table's cells are divided
 */
record PdfLine(
    String text,
    int page,
    double height,
    double left,
    double right,
    double y,
    double em,
    boolean cells) {}
