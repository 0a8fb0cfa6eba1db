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
      List<Member> left = was.stream().filter(member -> !member.file().equals(key)).toList();
      if (!left.isEmpty() && left.size() < was.size()) {
        throw new IllegalStateException("a report that others share cannot be written again");
      }
      return left;
    }
  }

  private final LibrarySink sink;
  private final KnownFiles files;
  private final ReportIds ids;
  private final Set<FileKey> going = ConcurrentHashMap.newKeySet();

  /**
   * The reports that files give.
   *
   * @param files what is known of them, which this keeps true where reports go over to others
   */
  SharedReports(LibrarySink sink, KnownFiles files) {
    this.sink = sink;
    this.files = files;
    this.ids = new ReportIds(sink, files);
  }

  /** Reports of these files go over to other files that give the same, as soon as they are met. */
  void announceGone(Collection<FileKey> gone) {
    going.addAll(gone);
  }

  /** The ledger has it all now. For who alone uses this. */
  void committed() {
    ids.committed();
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
        now.forEach(member -> stay.add(member.given().id()));
        continue;
      }
      share.was.forEach(member -> removals.add(member.given().id()));
      handOver(key, share.content, share.was);
    }
    removals.removeAll(stay);
    removals.forEach(id -> ids.drop(id, contents::contains));
    return refused;
  }

  /** Whether all who give a report go; of one that nobody is known to give yet they come. */
  private boolean isGoing(String content) {
    List<Member> members = Member.of(files, content);
    return !members.isEmpty() && members.stream().allMatch(member -> going.contains(member.file()));
  }

  private List<Share> shares(
      FileKey key, @Nullable FileRecord after, Set<String> contents, List<Report> made) {
    List<Share> shares = new ArrayList<>();
    for (String content : contents) {
      List<Member> was = Member.of(files, content);
      List<Member> now = new ArrayList<>();
      for (Member member : was) {
        if (!member.file().equals(key) && !going.contains(member.file())) {
          now.add(member);
        }
      }
      now.addAll(Member.of(after, content));
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
    boolean isIts = !Member.of(after, share.content).isEmpty();
    boolean isFree =
        ids.claim(
            report.id(), share.content, had -> !isIts || contents.contains(had) || isGoing(had));
    if (!isFree) {
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
      ids.release(report.id(), share.content);
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
      if (!member.file().equals(key) && going.contains(member.file())) {
        files.update(
            member.file(),
            file -> {
              FileRecord left = file.without(content);
              sink.record(left);
              return left;
            });
      }
    }
  }

  private Report report(
      String content, List<Member> was, @Nullable FileRecord after, List<Report> made) {
    List<Given> given = after == null ? List.of() : after.reports();
    for (int i = 0; i < given.size(); i++) {
      if (given.get(i).content().equals(content)) {
        return made.get(i);
      }
    }
    for (Member member : was) {
      Report report = sink.report(member.given().id()).orElse(null);
      if (report != null && Contents.of(report).equals(content)) {
        return report;
      }
    }
    throw new IllegalStateException("the ledger knows a report that is not there: " + was);
  }

  private static Report shared(List<Member> members, Report report) {
    List<Source> sources =
        members.stream().map(member -> member.given().source()).distinct().toList();
    String id = members.getFirst().given().id();
    ReportHead head =
        new ReportHead(id, report.head().metadata(), report.paragraphs().size(), sources);
    return new Report(head, report.paragraphs());
  }
}
