package govsearch.ingest.sync;

import govsearch.ingest.Mishap;
import govsearch.ingest.extract.RejectedFileException;
import govsearch.library.FileRecord;
import govsearch.library.FileRecord.Given;
import govsearch.library.LibrarySink;
import govsearch.report.Report;
import govsearch.report.ReportHead;
import govsearch.report.Source;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Which files give which report. Files that give the same share it: it has the id of the first of
 * them, by folder and path, and all of them as sources. Who changes a report sees to it that nobody
 * else does at the same time.
 */
final class SharedReports {

  /**
   * A report and the files that give it.
   *
   * @param report as it is to be in the index; null if it is to go
   */
  private record Share(
      String content, List<Member> was, List<Member> now, @Nullable Report report) {

    /** Who gives it if this file does not. */
    List<Member> left(FileKey key) {
      List<Member> left = was.stream().filter(member -> !member.file.equals(key)).toList();
      if (!left.isEmpty() && left.size() < was.size()) {
        throw new IllegalStateException("a report that others share cannot be written again");
      }
      return left;
    }
  }

  private record Member(FileKey file, int order, Given given) {
    static final Comparator<Member> ORDER =
        Comparator.comparingInt(Member::order)
            .thenComparing(member -> member.given.source().path())
            .thenComparing(member -> member.given.id());
  }

  private final LibrarySink sink;
  private final Map<FileKey, FileRecord> files;
  private final Map<String, List<Member>> members = new ConcurrentHashMap<>();
  private final Set<FileKey> going = ConcurrentHashMap.newKeySet();

  /** Which report has an id: a manifest may give one to two files. */
  private final Map<String, String> contentById = new ConcurrentHashMap<>();

  /**
   * No reports yet.
   *
   * @param files what is known of them, which this keeps true where reports go over to others
   */
  SharedReports(LibrarySink sink, Map<FileKey, FileRecord> files) {
    this.sink = sink;
    this.files = files;
  }

  /** Those of the files that are known. */
  void begin() {
    for (FileRecord file : files.values()) {
      for (Given given : file.reports()) {
        members.computeIfAbsent(given.content(), c -> new ArrayList<>()).add(member(file, given));
      }
    }
    members.forEach(
        (content, list) -> {
          list.sort(Member.ORDER);
          contentById.put(list.getFirst().given.id(), content);
        });
  }

  /** Reports of these files go over to other files that give the same, as soon as they are met. */
  void announceGone(Collection<FileRecord> gone) {
    gone.forEach(file -> going.add(FileKey.of(file)));
  }

  int count() {
    return members.size();
  }

  long paragraphs() {
    return members.values().stream().mapToLong(list -> list.getFirst().given.paragraphs()).sum();
  }

  /**
   * All that is to be read is read, and then written, before anything is removed: ids may change
   * hands, and a report that cannot be written leaves what was there.
   *
   * @return why reports of {@code after} were not taken, by their content
   */
  Map<String, String> settle(
      FileKey key, @Nullable FileRecord after, Set<String> contents, List<Report> made) {
    List<Share> shares = shares(key, after, contents, made);
    Set<String> removals = new TreeSet<>();
    Set<String> stay = new HashSet<>();
    Map<String, String> refused = new HashMap<>();
    for (Share share : shares) {
      List<Member> now = share.now;
      if (share.report != null && !put(share, after, contents, refused)) {
        now = share.left(key);
      } else if (share.report != null) {
        stay.add(share.report.id());
      }
      if (now.equals(share.was)) {
        now.forEach(member -> stay.add(member.given.id()));
        continue;
      }
      share.was.forEach(member -> removals.add(member.given.id()));
      if (now.isEmpty()) {
        members.remove(share.content);
      } else {
        members.put(share.content, now);
      }
      handOver(key, share.content, share.was);
    }
    removals.removeAll(stay);
    for (String id : removals) {
      String owner = contentById.get(id);
      if (owner == null || contents.contains(owner)) { // or it is another's by now
        contentById.remove(id);
        sink.remove(id);
      }
    }
    return refused;
  }

  private boolean isGoing(String content) {
    return members.getOrDefault(content, List.of()).stream()
        .allMatch(member -> going.contains(member.file));
  }

  private List<Share> shares(
      FileKey key, @Nullable FileRecord after, Set<String> contents, List<Report> made) {
    List<Share> shares = new ArrayList<>();
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
      if (!now.equals(was)) {
        Report report = now.isEmpty() ? null : shared(now, report(content, was, after, made));
        shares.add(new Share(content, was, now, report));
      }
    }
    return shares;
  }

  /** Whether a report was written; what makes it fail is held against the file that gives it. */
  private boolean put(
      Share share, @Nullable FileRecord after, Set<String> contents, Map<String, String> refused) {
    Report report = Objects.requireNonNull(share.report);
    boolean isIts = given(after).stream().anyMatch(given -> given.content().equals(share.content));
    String owner =
        contentById.merge(
            report.id(),
            share.content,
            (had, wanted) -> !isIts || contents.contains(had) || isGoing(had) ? wanted : had);
    if (!owner.equals(share.content)) {
      refused.put(
          share.content, "编号 " + report.id() + " 已经是另一份报告的，未收录；" + RejectedFileException.LATER);
      return false;
    }
    try {
      sink.put(report);
      return true;
    } catch (UncheckedIOException e) { // it takes no more
      throw e;
    } catch (RuntimeException | Error e) {
      if (!isIts) {
        throw e;
      }
      refused.put(share.content, Mishap.reason(e));
      return false;
    }
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

  private static Member member(FileRecord file, Given given) {
    return new Member(FileKey.of(file), file.order(), given);
  }

  private static List<Given> given(@Nullable FileRecord file) {
    return file == null ? List.of() : file.reports();
  }
}
