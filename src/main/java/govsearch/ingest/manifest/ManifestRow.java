package govsearch.ingest.manifest;

import govsearch.report.Metadata;
import govsearch.report.Provenance;
import govsearch.report.Report;
import govsearch.report.ReportHead;
import govsearch.report.Source;
import govsearch.report.Sourced;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a person says of one report.
 *
 * @param line of the manifest, from 1
 * @param cells read as {@link ManifestColumn#read}; columns that say nothing are not there
 */
public record ManifestRow(int line, String path, Map<ManifestColumn, String> cells) {

  public ManifestRow {
    cells = Map.copyOf(cells);
  }

  /** Whether it says that there is no such value. */
  boolean saysNone(ManifestColumn column) {
    return ManifestColumn.NONE.equals(cells.get(column));
  }

  /** A report with what the row of a manifest says in place of what was extracted. */
  public Report over(Report report) {
    return over(report, Provenance.MANIFEST);
  }

  /**
   * A report with what the row says in place of what was known before.
   *
   * @param from who says it
   */
  public Report over(Report report, Provenance from) {
    ReportHead head = report.head();
    Metadata old = head.metadata();
    Metadata metadata =
        new Metadata(
            over(ManifestColumn.TITLE, old.title(), from),
            over(ManifestColumn.PROVINCE, old.province(), from),
            over(ManifestColumn.CITY, old.city(), from),
            over(ManifestColumn.COUNTY, old.county(), from),
            over(ManifestColumn.TOWN, old.town(), from),
            year(old.year(), from),
            over(ManifestColumn.PUBLISHED, old.published(), from));
    Source source = head.source();
    String url = saysNone(ManifestColumn.SOURCE_URL) ? null : cells.get(ManifestColumn.SOURCE_URL);
    return new Report(
        new ReportHead(
            cells.getOrDefault(ManifestColumn.ID, head.id()),
            metadata,
            head.paragraphCount(),
            new Source(
                source.path(), url == null ? source.url() : url, source.sha256(), source.bytes())),
        report.paragraphs());
  }

  /** A cell that says what was extracted leaves it what it is: extracted. */
  private @Nullable Sourced<String> over(
      ManifestColumn column, @Nullable Sourced<String> extracted, Provenance from) {
    String cell = cells.get(column);
    if (cell == null || (extracted != null && cell.equals(column.canonical(extracted.value())))) {
      return extracted;
    }
    return cell.equals(ManifestColumn.NONE) ? null : new Sourced<>(cell, from);
  }

  private @Nullable Sourced<Integer> year(@Nullable Sourced<Integer> extracted, Provenance from) {
    String cell = cells.get(ManifestColumn.YEAR);
    if (cell == null || (extracted != null && cell.equals(extracted.value().toString()))) {
      return extracted;
    }
    return cell.equals(ManifestColumn.NONE) ? null : new Sourced<>(Integer.valueOf(cell), from);
  }
}
