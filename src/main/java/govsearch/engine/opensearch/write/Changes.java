package govsearch.engine.opensearch.write;

import govsearch.engine.opensearch.layout.State;
import govsearch.report.ContentHash;
import govsearch.report.Report;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * What is put and removed from one commit to the next. Every writing of a report is a version of
 * its own, which no other program and no later try can have, so that nothing is ever overwritten.
 */
final class Changes {
  private final long generation;
  private final String session = UUID.randomUUID().toString().substring(0, 8);
  private final AtomicLong number = new AtomicLong();
  private final Map<String, Written> put = new HashMap<>();
  private final Set<String> removed = new HashSet<>();
  private final List<String> superseded = new ArrayList<>();
  private final Set<String> dropped = new HashSet<>();

  private record Written(String version, int paragraphs, ContentHash hash) {}

  Changes(long generation) {
    this.generation = generation;
  }

  long generation() {
    return generation;
  }

  /** A version that nothing has yet. */
  String version(String reportId) {
    return reportId
        + "@"
        + Long.toString(generation, Character.MAX_RADIX)
        + "."
        + session
        + "."
        + Long.toString(number.incrementAndGet(), Character.MAX_RADIX);
  }

  /** The id of the report that a version is of. */
  static String reportOf(String version) {
    return version.substring(0, version.lastIndexOf('@'));
  }

  synchronized void put(Report report, String version) {
    removed.remove(report.id());
    Written written = new Written(version, report.paragraphs().size(), ContentHash.of(report));
    Written before = put.put(report.id(), written);
    if (before != null) {
      superseded.add(before.version);
    }
  }

  synchronized void remove(String reportId) {
    Written before = put.remove(reportId);
    if (before != null) {
      superseded.add(before.version);
    }
    removed.add(reportId);
  }

  synchronized boolean isTouched(String reportId) {
    return put.containsKey(reportId) || removed.contains(reportId);
  }

  /** The version that a report was put as; null where it was removed. */
  synchronized @Nullable String putVersion(String reportId) {
    Written written = put.get(reportId);
    return written == null ? null : written.version;
  }

  /** Earlier texts that are to go with the commit. */
  synchronized void drop(List<String> revisions) {
    dropped.addAll(revisions);
  }

  synchronized List<String> dropped() {
    return List.copyOf(dropped);
  }

  synchronized boolean isEmpty() {
    return put.isEmpty() && removed.isEmpty() && superseded.isEmpty();
  }

  /** Ids of all reports that were put or removed. */
  synchronized List<String> touched() {
    List<String> ids = new ArrayList<>(put.keySet());
    ids.addAll(removed);
    return ids;
  }

  /**
   * The state that these changes lead to.
   *
   * @param replaced what is there of the reports that were touched
   */
  synchronized State next(State before, Map<String, Housekeeping.Live> replaced) {
    List<String> dead = new ArrayList<>(superseded);
    ContentHash hash = before.hash();
    long reports = before.reports() + put.size() - replaced.size();
    long paragraphs = before.paragraphs();
    for (Housekeeping.Live old : replaced.values()) {
      dead.add(old.version());
      hash = hash.minus(old.head().hash());
      paragraphs -= old.head().paragraphs();
    }
    for (Written written : put.values()) {
      hash = hash.plus(written.hash);
      paragraphs += written.paragraphs;
    }
    return new State(
        before.format(),
        before.analysis(),
        generation,
        false,
        dead,
        reports,
        paragraphs,
        hash.high(),
        hash.low(),
        before.thesaurus(),
        before.begun());
  }
}
