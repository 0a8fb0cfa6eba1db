package govsearch.ingest.sync;

import govsearch.library.FileRecord;
import govsearch.library.FileRecord.Given;
import govsearch.library.LibrarySink;
import govsearch.library.RunRecord;
import govsearch.report.Report;
import govsearch.report.ReportHead;
import govsearch.report.Source;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Which files give which reports. Files that give the same report share it: it has the id of the
 * first of them, by folder and path, and all of them as sources. What is in the index follows from
 * which files there are, not from the order in which they were read.
 *
 * <p>Every change of a file reaches the index together with the file's record: a commit, from
 * whichever thread, falls before or behind it.
 */
final class Catalog {

  private static final int LOCKS = 256;

  private record Member(FileKey file, int order, Given given) {
    static final Comparator<Member> ORDER =
        Comparator.comparingInt(Member::order)
            .thenComparing(member -> member.given.source().path())
            .thenComparing(member -> member.given.id());
  }

  private final LibrarySink sink;
  private final Map<FileKey, FileRecord> files = new ConcurrentHashMap<>();
  private final Map<String, List<Member>> members = new ConcurrentHashMap<>();
  private final Set<FileKey> going = ConcurrentHashMap.newKeySet();
  private final Set<String> lostSources = ConcurrentHashMap.newKeySet();

  private volatile boolean changed;

  /** Set when a change has failed in the middle: nothing may be committed any more. */
  private volatile boolean halfDone;

  /** Held by content, so that changes of one report happen one after the other. */
  private final List<ReentrantLock> locks =
      IntStream.range(0, LOCKS).mapToObj(i -> new ReentrantLock()).toList();

  private final ReentrantReadWriteLock commits = new ReentrantReadWriteLock(true);

  /** What the sink's ledger knows. */
  Catalog(LibrarySink sink) {
    this.sink = sink;
    sink.files(
        file -> {
          files.put(FileKey.of(file), file);
          for (Given given : file.reports()) {
            members
                .computeIfAbsent(given.content(), c -> new ArrayList<>())
                .add(member(file, given));
          }
        });
    members.values().forEach(list -> list.sort(Member.ORDER));
  }

  Collection<FileRecord> files() {
    return files.values();
  }

  @Nullable FileRecord file(FileKey key) {
    return files.get(key);
  }

  /** Reports of these files go over to other files that give the same, as soon as they are met. */
  void announceGone(Collection<FileRecord> gone) {
    gone.forEach(file -> going.add(FileKey.of(file)));
  }

  /**
   * Takes what became of a file in place of what was known of it.
   *
   * @param made the reports of {@code after}, in its order
   */
  void replace(FileRecord after, List<Report> made) {
    change(FileKey.of(after), after, made);
  }

  /** Takes another look at a file whose bytes are the same. */
  void seen(FileRecord after) {
    Lock lock = commits.readLock();
    lock.lock();
    try {
      write(after);
    } finally {
      lock.unlock();
    }
  }

  private void write(FileRecord file) {
    if (!file.equals(files.put(FileKey.of(file), file))) {
      sink.record(file);
      changed = true;
    }
  }

  /** Whether anything was written since the beginning. */
  boolean isChanged() {
    return changed;
  }

  /** Forgets a file, and removes what no other file gives. */
  void remove(FileRecord gone) {
    change(FileKey.of(gone), null, List.of());
  }

  /** Makes everything so far durable. */
  void commit(RunRecord run) {
    Lock lock = commits.writeLock();
    lock.lock();
    try {
      if (halfDone) {
        return; // the thread that failed ends the run
      }
      sink.record(run);
      sink.commit();
    } finally {
      lock.unlock();
    }
  }

  int reports() {
    return members.size();
  }

  long paragraphs() {
    return members.values().stream().mapToLong(list -> list.getFirst().given.paragraphs()).sum();
  }

  /** Sources that the run has made no longer needed. */
  Set<String> lostSources() {
    Set<String> lost = new HashSet<>(lostSources);
    lost.removeIf(sources());
    return lost;
  }

  /** Whether a source is one of a file that is known. */
  Predicate<String> sources() {
    Set<String> needed = new HashSet<>();
    for (FileRecord file : files.values()) {
      needed.add(file.sha256());
      file.reports().forEach(given -> needed.add(given.source().sha256()));
    }
    return needed::contains;
  }

  private void change(FileKey key, @Nullable FileRecord after, List<Report> made) {
    Lock uncommitted = commits.readLock();
    uncommitted.lock();
    try {
      FileRecord before = files.get(key);
      Set<String> contents = new TreeSet<>();
      given(before).forEach(given -> contents.add(given.content()));
      given(after).forEach(given -> contents.add(given.content()));
      List<ReentrantLock> held = lock(contents);
      boolean done = halfDone;
      try {
        if (done) {
          return; // what is known of reports need not be true any more; its cause ends the run
        }
        settle(key, after, contents, made);
        given(before).forEach(given -> lostSources.add(given.source().sha256()));
        if (after == null) {
          files.remove(key);
          sink.forget(key.root(), key.path());
          changed = true;
        } else {
          write(after);
        }
        done = true;
      } finally {
        halfDone |= !done;
        held.forEach(ReentrantLock::unlock);
      }
    } finally {
      uncommitted.unlock();
    }
  }

  /** All that is to be read is read before anything is overwritten: ids may change hands. */
  private void settle(
      FileKey key, @Nullable FileRecord after, Set<String> contents, List<Report> made) {
    List<Report> puts = new ArrayList<>();
    Set<String> removals = new TreeSet<>();
    for (String content : contents) {
      List<Member> was = members.getOrDefault(content, List.of());
      List<Member> now = new ArrayList<>();
      for (Member member : was) {
        if (!member.file.equals(key) && !going.contains(member.file)) {
          now.add(member);
        }
      }
      for (Given given : given(after)) {
        if (after != null && given.content().equals(content)) {
          now.add(member(after, given));
        }
      }
      now.sort(Member.ORDER);
      if (now.equals(was)) {
        continue;
      }
      was.forEach(member -> removals.add(member.given.id()));
      if (now.isEmpty()) {
        members.remove(content);
      } else {
        puts.add(shared(now, report(content, was, after, made)));
        members.put(content, now);
      }
      handOver(key, content, was);
    }
    puts.forEach(report -> removals.remove(report.id()));
    removals.forEach(sink::remove);
    puts.forEach(sink::put);
  }

  /** Leaves nothing of a report with files that are gone, should one of them come back. */
  private void handOver(FileKey key, String content, List<Member> was) {
    for (Member member : was) {
      if (!member.file.equals(key) && going.contains(member.file)) {
        files.computeIfPresent(
            member.file,
            (file, record) -> {
              FileRecord left = record.without(content);
              sink.record(left);
              return left;
            });
      }
    }
  }

  private Report report(
      String content, List<Member> was, @Nullable FileRecord after, List<Report> made) {
    List<Given> given = given(after);
    for (int i = 0; i < given.size(); i++) {
      if (given.get(i).content().equals(content)) {
        return made.get(i);
      }
    }
    for (Member member : was) {
      Report report = sink.report(member.given.id()).orElse(null);
      if (report != null && Contents.of(report).equals(content)) {
        return report;
      }
    }
    throw new IllegalStateException("the ledger knows a report that is not there: " + was);
  }

  private static Report shared(List<Member> members, Report report) {
    List<Source> sources =
        members.stream().map(member -> member.given.source()).distinct().toList();
    String id = members.getFirst().given.id();
    ReportHead head =
        new ReportHead(id, report.head().metadata(), report.paragraphs().size(), sources);
    return new Report(head, report.paragraphs());
  }

  /** In the order of the locks, so that no two threads wait for each other. */
  private List<ReentrantLock> lock(Set<String> contents) {
    List<ReentrantLock> held =
        contents.stream()
            .mapToInt(content -> Math.floorMod(content.hashCode(), LOCKS))
            .distinct()
            .sorted()
            .mapToObj(locks::get)
            .toList();
    held.forEach(ReentrantLock::lock);
    return held;
  }

  private static Member member(FileRecord file, Given given) {
    return new Member(FileKey.of(file), file.order(), given);
  }

  private static List<Given> given(@Nullable FileRecord file) {
    return file == null ? List.of() : file.reports();
  }
}
