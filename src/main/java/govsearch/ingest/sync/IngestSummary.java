package govsearch.ingest.sync;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What became of a run.
 *
 * @param reports in the collection
 * @param paragraphs in the collection
 * @param bytes of the files that were read into reports
 * @param changes in files
 * @param skipped files, members of archives and folders that were looked at and not taken, with
 *     reasons
 * @param skippedBefore files that were not looked at, because they were skipped before and are the
 *     same
 * @param noted files that were taken, with something to know about them
 * @param unsettled files that somebody was writing, and that were left for later
 */
public record IngestSummary(
    int reports,
    long paragraphs,
    long bytes,
    Changes changes,
    List<Remark> skipped,
    int skippedBefore,
    List<Remark> noted,
    int unsettled,
    double seconds) {

  private static final Pattern DETAIL = Pattern.compile("[：，；].*+");
  private static final Pattern FIGURES = Pattern.compile("[0-9]++");

  public IngestSummary {
    skipped = List.copyOf(skipped);
    noted = List.copyOf(noted);
  }

  /** A file with what is to be said of it, in Chinese. */
  public record Remark(String file, String reason) {}

  /** Numbers of files. */
  public record Changes(int added, int replaced, int removed, int unchanged) {

    /** Whether the collection is another than before. */
    public boolean any() {
      return added + replaced + removed > 0;
    }
  }

  /** Skipped files by reason, most first; figures and names within reasons do not count. */
  public Map<String, Integer> skippedByReason() {
    Map<String, Integer> counts = new TreeMap<>();
    for (Remark remark : skipped) {
      String kind = DETAIL.matcher(remark.reason()).replaceFirst("");
      String reason = FIGURES.matcher(kind).replaceAll("…");
      counts.merge(reason, 1, Integer::sum);
    }
    List<Map.Entry<String, Integer>> sorted = new ArrayList<>(counts.entrySet());
    sorted.sort(Map.Entry.<String, Integer>comparingByValue().reversed());
    Map<String, Integer> result = new LinkedHashMap<>();
    sorted.forEach(entry -> result.put(entry.getKey(), entry.getValue()));
    return result;
  }
}
