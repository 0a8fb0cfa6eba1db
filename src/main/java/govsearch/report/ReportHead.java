package govsearch.report;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A report without its paragraphs.
 *
 * @param id see {@link Ids#reportId}
 * @param sources the files that gave it, at least one; the id is the first one's
 */
public record ReportHead(String id, Metadata metadata, int paragraphCount, List<Source> sources) {

  public ReportHead {
    sources = List.copyOf(sources);
  }

  /** A report that one file gave. */
  public ReportHead(String id, Metadata metadata, int paragraphCount, Source source) {
    this(id, metadata, paragraphCount, List.of(source));
  }

  /** The file that the id comes from. */
  public Source source() {
    return sources.getFirst();
  }

  /** The title as printed, or null where the document has none. */
  public @Nullable String title() {
    return valueOf(metadata.title());
  }

  public @Nullable String province() {
    return valueOf(metadata.province());
  }

  public @Nullable String city() {
    return valueOf(metadata.city());
  }

  public @Nullable String county() {
    return valueOf(metadata.county());
  }

  public @Nullable String town() {
    return valueOf(metadata.town());
  }

  public @Nullable Integer year() {
    return valueOf(metadata.year());
  }

  /** Names of the regions above the town, outermost first, those that are not known left out. */
  public List<String> region() {
    List<String> path = new ArrayList<>(3);
    for (String name : new @Nullable String[] {province(), city(), county()}) {
      if (name != null) {
        path.add(name);
      }
    }
    return path;
  }

  /** Every place name that the report has for itself, its town's included. */
  public List<String> placeNames() {
    List<String> names = new ArrayList<>(region());
    if (town() != null) {
      names.add(town());
    }
    return names;
  }

  private static <T> @Nullable T valueOf(@Nullable Sourced<T> sourced) {
    return sourced == null ? null : sourced.value();
  }
}
