package govsearch.engine.lucene.document;

import govsearch.engine.Place;
import govsearch.query.FacetField;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How facet values stand in the index: each paragraph has one label per field. That of a region is
 * its whole path, in which towns are told from regions.
 */
public final class FacetLabels {

  private static final char BELOW = '\u001F';
  private static final char TOWN_BELOW = '\u001E';
  private static final Pattern SEPARATOR = Pattern.compile(String.valueOf(BELOW), Pattern.LITERAL);

  private FacetLabels() {}

  public static String indexField(FacetField field) {
    return "facet." + field.code();
  }

  /** The label of a report's region; the town is null where it is not known. */
  public static String region(List<String> regions, @Nullable String town) {
    String label = String.join(String.valueOf(BELOW), regions);
    return town == null ? label : label + TOWN_BELOW + town;
  }

  /** The paths from the outermost region of a label down to its town, as filters name them. */
  public static List<String> paths(String label) {
    List<String> paths = new ArrayList<>(4);
    for (int i = 0; i < label.length(); i++) {
      if (label.charAt(i) == BELOW || label.charAt(i) == TOWN_BELOW) {
        paths.add(path(label.substring(0, i)));
      }
    }
    paths.add(path(label));
    return paths;
  }

  /** The label of what is directly above that of a label; empty for nothing. */
  public static String above(String label) {
    int last = Math.max(label.lastIndexOf(BELOW), label.lastIndexOf(TOWN_BELOW));
    return label.substring(0, Math.max(0, last));
  }

  /** The place that a label of a region names. */
  public static Place place(String label) {
    int town = label.indexOf(TOWN_BELOW);
    String regions = town < 0 ? label : label.substring(0, town);
    return new Place(
        regions.equals(FacetField.UNSTATED) ? List.of() : List.of(SEPARATOR.split(regions)),
        town < 0 ? null : label.substring(town + 1));
  }

  /** The path of a label, as filters name it. */
  public static String path(String label) {
    return label.replace(BELOW, '/').replace(TOWN_BELOW, '/');
  }

  /** Whether a label ends in a town. */
  public static boolean endsInTown(String label) {
    return label.indexOf(TOWN_BELOW) >= 0;
  }
}
