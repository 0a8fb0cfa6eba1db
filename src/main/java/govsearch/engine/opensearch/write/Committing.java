package govsearch.engine.opensearch.write;

import static govsearch.engine.opensearch.write.OpenSearchSink.PATIENCE;

import govsearch.engine.CollectionSize;
import govsearch.engine.lucene.snapshot.IndexFormat;
import govsearch.engine.lucene.snapshot.IndexSettings;
import govsearch.engine.opensearch.client.Cluster;
import govsearch.engine.opensearch.layout.Indices;
import govsearch.engine.opensearch.layout.Sizing;
import govsearch.engine.opensearch.layout.State;
import govsearch.engine.opensearch.layout.States;
import govsearch.engine.opensearch.layout.StoredReports;
import govsearch.library.Ledger;
import govsearch.report.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What whoever searches is shown, what was changed since, and how a commit makes the one of the
 * other. A collection that is begun anew is shown by its name from its first commit on. Safe for
 * use by many threads, of which none may change anything while another commits.
 */
final class Committing {
  private final Cluster cluster;
  private final Lease lease;
  private final Housekeeping house;
  private final BulkWriter bulk;
  private final LongSupplier now;
  private final boolean anew;
  private final WrittenLedger files;

  /** What is searched for as long as it is begun anew beside it; null for none. */
  private final States.@Nullable Read former;

  /** Not shown by the collection's name yet, where it is begun anew. */
  private boolean shown;

  private States.Read state;
  private Changes changes;

  /**
   * Of a collection.
   *
   * @param there what its name leads to; empty for nothing
   * @param anew whether it is begun anew beside that
   * @param now seconds since 1970
   */
  Committing(
      Cluster cluster,
      Lease lease,
      Housekeeping house,
      BulkWriter bulk,
      Optional<States.Read> there,
      boolean anew,
      IndexSettings settings,
      Sizing sizing,
      LongSupplier now) {
    this.cluster = cluster;
    this.lease = lease;
    this.house = house;
    this.bulk = bulk;
    this.now = now;
    this.anew = anew;
    this.former = anew ? there.orElse(null) : null;
    house.dropFormer(there.map(States.Read::indices).orElse(null));
    this.state =
        anew ? house.create(sizing, empty(former, settings)) : house.recovered(there.orElseThrow());
    this.shown = !anew;
    this.files = new WrittenLedger(cluster, shown);
    this.changes = new Changes(state.state().generation() + 1);
  }

  private static State empty(States.@Nullable Read former, IndexSettings settings) {
    return new State(
        State.FORMAT,
        IndexFormat.analysis(),
        former == null ? 0 : former.state().generation(),
        false,
        List.of(),
        0,
        0,
        0,
        0,
        settings.ownThesaurus(),
        former == null ? (Long) Long.MAX_VALUE : former.state().begun());
  }

  /** What is known of files and runs. */
  WrittenLedger files() {
    return files;
  }

  /** What whoever searches is shown; null for nothing. */
  synchronized States.@Nullable Read committed() {
    return shown ? state : former;
  }

  synchronized Indices indices() {
    return state.indices();
  }

  synchronized CollectionSize size() {
    return new CollectionSize(state.state().reports(), state.state().paragraphs());
  }

  synchronized Ledger ledger() {
    return files.of(state.indices(), this::size);
  }

  /** Says, before anything is there that nobody may see, that there is. */
  synchronized Changes begin() {
    lease.check();
    if (state.state().clean()) {
      state = States.replace(cluster, state, state.state().withClean(false, List.of()), PATIENCE);
    }
    return changes;
  }

  /** A report as it was put last, shown or not. */
  Optional<Report> report(String reportId) {
    Changes now;
    States.Read at;
    synchronized (this) {
      now = changes;
      at = state;
    }
    if (now.isTouched(reportId)) {
      String version = now.putVersion(reportId);
      if (version == null) {
        return Optional.empty();
      }
      bulk.flush();
      return StoredReports.read(cluster, at.indices(), version, reportId, PATIENCE);
    }
    return house.live(at, List.of(reportId)).values().stream()
        .findFirst()
        .flatMap(
            live -> StoredReports.read(cluster, at.indices(), live.version(), reportId, PATIENCE));
  }

  /** Of a collection that is begun anew it is written, since nobody looks at it yet. */
  synchronized void refreshLedger() {
    if (!shown) {
      writeLedger();
    }
  }

  /** Shows all of it at once; what is known of files follows behind. */
  synchronized void show() {
    lease.check();
    bulk.flush();
    Changes done = changes;
    if (done.isEmpty() && shown && begun(state.state()).equals(state.state())) {
      writeLedger();
      return;
    }
    house.refresh(written());
    Map<String, Housekeeping.Live> replaced =
        anew && !shown ? Map.of() : house.live(state, done.touched());
    State next = begun(done.next(state.state(), replaced));
    if (!shown) {
      writeLedger(); // nobody looks at it yet
      if (former != null) {
        house.takeOver(former, state.indices());
      }
      state = States.replace(cluster, state, next, PATIENCE);
      house.purge(state);
      state = States.replace(cluster, state, next.withClean(true, List.of()), PATIENCE);
      house.show(state.indices());
      shown = true;
    } else {
      state = States.replace(cluster, state, next, PATIENCE);
      writeLedger();
      house.purge(state);
      state = States.replace(cluster, state, next.withClean(true, List.of()), PATIENCE);
    }
    changes = new Changes(next.generation() + 1);
    drop(done.dropped());
  }

  private List<String> written() {
    List<String> written = new ArrayList<>(state.indices().content());
    written.add(state.indices().revisions());
    return written;
  }

  /** What is left behind where this is cut short is not shown either: there are too many others. */
  private void drop(List<String> revisions) {
    if (!revisions.isEmpty()) {
      String index = state.indices().revisions();
      bulk.add(revisions.stream().map(id -> Operations.delete(index, id)).toList());
      bulk.flush();
    }
  }

  private State begun(State next) {
    Long begun = next.begun();
    return files.hasEnded() && begun != null && begun == Long.MAX_VALUE
        ? next.begunBy(now.getAsLong())
        : next;
  }

  private void writeLedger() {
    files.write(state.indices(), bulk, house);
  }

  synchronized void tidy() {
    if (shown) {
      house.tidy(state);
    }
  }

  /** Leaves nothing that was not committed. */
  synchronized void giveUp() {
    if (!shown) {
      house.drop(state.indices());
    } else if (!state.state().clean()) {
      try {
        bulk.flush();
      } catch (RuntimeException e) {
        return; // whoever opens it next does the rest
      }
      state = house.recovered(state);
    }
  }
}
